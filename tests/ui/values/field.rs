use pipewright::prelude::*;

#[derive(serde::Serialize, serde::Deserialize)]
struct Model {
    weight: f64,
}

#[component]
fn train() -> Model {
    Model { weight: 1.0 }
}

#[pipeline]
fn training() -> f64 {
    train().weight //~
}

fn main() {}
