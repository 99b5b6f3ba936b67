use pipewright::prelude::*;

#[component(
    retries = "3", //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
