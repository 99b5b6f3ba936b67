use pipewright::prelude::*;

#[component]
fn train(#[default(1)] #[default(2)] epochs: u32) -> u32 { //~
    epochs
}

fn main() {}
