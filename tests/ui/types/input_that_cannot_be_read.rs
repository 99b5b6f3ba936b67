use pipewright::prelude::*;

#[derive(serde::Serialize)]
struct Model {
    weights: Vec<f64>,
}

#[component]
fn score(model: Model) -> f64 { //~
    model.weights[0]
}

fn main() {}
