use pipewright::prelude::*;

#[component]
fn train(epochs: u32) -> f64 {
    f64::from(epochs)
}

#[pipeline]
fn training() {
    train("ten"); //~
}

fn main() {}
