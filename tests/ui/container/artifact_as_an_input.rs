use pipewright::artifact::Dataset;
use pipewright::prelude::*;

#[component]
fn sort(lines: Input<Dataset>, sorted: OutputPath<Dataset>) -> Container { //~
    Container::new("busybox:1.36").command(["sort", "-o"]).arg(sorted).arg(lines)
}

fn main() {}
