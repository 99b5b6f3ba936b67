use pipewright::prelude::*;

#[pipeline(
    targets = "argo" //~
)]
fn counting() {}

fn main() {}
