use pipewright::prelude::*;

struct Model {
    weights: Vec<f64>,
}

#[component]
fn train() -> Model { //~
    Model { weights: vec![] }
}

fn main() {}
