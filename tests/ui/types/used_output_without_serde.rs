use pipewright::prelude::*;

struct Model {
    weights: Vec<f64>,
}

#[component]
fn train() -> Model { //~
    Model { weights: vec![] }
}

#[pipeline]
fn training() {
    let model = train();
    train().after(&model);
}

fn main() {}
