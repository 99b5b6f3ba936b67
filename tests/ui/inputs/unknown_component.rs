use pipewright::prelude::*;

#[component]
fn train(rate: f64) -> f64 {
    rate
}

#[pipeline]
fn training() {
    trian(0.1); //~
}

fn main() {}
