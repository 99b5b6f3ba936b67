use pipewright::prelude::*;

#[pipeline]
fn first(values: Vec<f64>) -> f64 {
    values[0] //~
}

fn main() {}
