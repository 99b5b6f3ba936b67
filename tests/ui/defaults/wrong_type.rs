use pipewright::prelude::*;

#[component]
fn train(#[default("ten")] epochs: u32) -> u32 { //~
    epochs
}

fn main() {}
