use pipewright::prelude::*;

#[component]
fn train(#[default] epochs: u32) -> u32 { //~
    epochs
}

fn main() {}
