use pipewright::prelude::*;

#[component]
fn train(epochs: u32) -> f64 {
    f64::from(epochs)
}

#[pipeline]
fn training(epochs: i64) {
    train(epochs); //~
}

fn main() {}
