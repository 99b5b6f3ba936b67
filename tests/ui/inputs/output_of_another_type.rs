use pipewright::prelude::*;

#[component]
fn load(path: String) -> String {
    path
}

#[component]
fn train(epochs: u32) -> f64 {
    f64::from(epochs)
}

#[pipeline]
fn training() {
    let data = load("data.csv");
    train(data); //~
}

fn main() {}
