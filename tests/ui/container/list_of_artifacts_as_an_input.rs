use pipewright::artifact::Dataset;
use pipewright::prelude::*;

#[component]
fn concatenate(parts: Input<Vec<Dataset>>, whole: OutputPath<Dataset>) -> Container { //~
    Container::new("busybox:1.36").command(["cat"]).arg(parts).arg(whole)
}

fn main() {}
