use pipewright::prelude::*;

#[component(
    memory = 0.5, //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
