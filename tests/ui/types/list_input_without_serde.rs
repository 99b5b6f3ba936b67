use pipewright::prelude::*;

struct Model {
    weights: Vec<f64>,
}

#[component]
fn score(models: Vec<Model>) -> f64 { //~
    models[0].weights[0]
}

fn main() {}
