use pipewright::prelude::*;

#[component]
fn train(epochs: u32) -> f64 {
    f64::from(epochs)
}

#[pipeline]
fn training() {
    train(1.5); //~
}

fn main() {}
