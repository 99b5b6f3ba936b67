use pipewright::prelude::*;

struct Model {
    weights: Vec<f64>,
}

#[pipeline]
fn training() -> Model { //~
    unreachable!()
}

fn main() {}
