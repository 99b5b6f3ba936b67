use pipewright::prelude::*;

struct Model {
    weights: Vec<f64>,
}

#[pipeline]
fn scoring(_model: Model) {} //~

fn main() {}
