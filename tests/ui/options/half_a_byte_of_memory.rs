use pipewright::prelude::*;

#[component(
    memory = "512m", //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
