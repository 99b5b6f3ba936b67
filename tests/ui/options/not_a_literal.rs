use pipewright::prelude::*;

const MEMORY: &str = "1Gi";

#[component(
    memory = MEMORY, //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
