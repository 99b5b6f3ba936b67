use pipewright::prelude::*;

#[component]
fn rate() -> f64 {
    0.1
}

#[component]
fn train(epochs: u32) -> f64 {
    f64::from(epochs)
}

#[pipeline]
fn training() {
    train(rate()); //~
}

fn main() {}
