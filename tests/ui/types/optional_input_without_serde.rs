use pipewright::prelude::*;

struct Model {
    weights: Vec<f64>,
}

#[component]
fn score(model: Option<Model>) -> f64 { //~
    model.map_or(0.0, |model| model.weights[0])
}

fn main() {}
