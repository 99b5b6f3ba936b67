use pipewright::artifact::Dataset;
use pipewright::prelude::*;

#[component]
fn split(data: InputPath<Dataset>, parts: OutputPath<Vec<Dataset>>) -> Container { //~
    Container::new("busybox:1.36").command(["split"]).arg(data).arg(parts)
}

fn main() {}
