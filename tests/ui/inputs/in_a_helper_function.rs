use pipewright::prelude::*;

#[component]
fn train(epochs: u32) -> f64 {
    f64::from(epochs)
}

fn twice(epochs: Value<i64>) {
    train(epochs); //~
    train(2);
}

#[pipeline]
fn training(epochs: i64) {
    twice(epochs);
}

fn main() {}
