use pipewright::prelude::*;

#[pipeline(
    targets = [] //~
)]
fn counting() {}

fn main() {}
