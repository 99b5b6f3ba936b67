use pipewright::prelude::*;

#[component]
fn limit() -> Option<u32> {
    None
}

#[component]
fn train(epochs: u32) -> f64 {
    f64::from(epochs)
}

#[pipeline]
fn training() {
    train(limit()); //~
}

fn main() {}
