use pipewright::prelude::*;

struct Model {
    weights: Vec<f64>,
}

#[component]
fn train() -> Result<Model, String> { //~
    Ok(Model { weights: vec![] })
}

fn main() {}
