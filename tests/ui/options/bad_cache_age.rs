use pipewright::prelude::*;

#[component(
    cache = "1 day" //~
)]
fn kept() {}

fn main() {}
