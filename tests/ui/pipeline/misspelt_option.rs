use pipewright::prelude::*;

#[pipeline(
    target = ["argo"] //~
)]
fn counting() {}

fn main() {}
