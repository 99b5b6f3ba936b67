use pipewright::prelude::*;

#[pipeline(
    name = "counting" //~
)]
fn counting() {}

fn main() {}
