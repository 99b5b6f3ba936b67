use pipewright::prelude::*;

#[component(
    cache = 24 //~
)]
fn kept() {}

fn main() {}
