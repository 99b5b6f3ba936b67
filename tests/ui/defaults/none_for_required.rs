use pipewright::prelude::*;

#[component]
fn train(#[default(None)] epochs: u32) -> u32 { //~
    epochs
}

fn main() {}
