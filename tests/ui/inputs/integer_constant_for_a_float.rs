use pipewright::prelude::*;

#[component]
fn train(rate: f64) -> f64 {
    rate
}

#[pipeline]
fn training() {
    train(1); //~
}

fn main() {}
