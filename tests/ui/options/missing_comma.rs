use pipewright::prelude::*;

#[component(
    cpu = "1"
    memory = "1Gi" //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
