use pipewright::prelude::*;

#[component]
fn train(#[defualt(10)] epochs: u32) -> u32 { //~
    epochs
}

fn main() {}
