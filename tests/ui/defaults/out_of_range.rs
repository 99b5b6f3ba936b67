use pipewright::prelude::*;

#[component]
fn train(#[default(-1)] epochs: u32) -> u32 { //~
    epochs
}

fn main() {}
