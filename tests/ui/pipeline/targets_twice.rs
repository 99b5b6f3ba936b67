use pipewright::prelude::*;

#[pipeline(
    targets = ["argo"],
    targets = ["argo"], //~
)]
fn counting() {}

fn main() {}
