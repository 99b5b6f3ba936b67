use pipewright::prelude::*;

#[component(
    name = "Add numbers", //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
