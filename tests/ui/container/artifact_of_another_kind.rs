use pipewright::artifact::{Dataset, Model};
use pipewright::prelude::*;

#[component]
fn train(model: OutputPath<Model>) -> Container {
    Container::new("busybox:1.36").command(["train"]).arg(model)
}

#[component]
fn sort(lines: InputPath<Dataset>, sorted: OutputPath<Dataset>) -> Container {
    Container::new("busybox:1.36").command(["sort", "-o"]).arg(sorted).arg(lines)
}

#[pipeline]
fn sorting() -> Dataset {
    sort(train().model).sorted //~
}

fn main() {}
