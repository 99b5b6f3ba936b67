use pipewright::prelude::*;

#[component(
    retries = 3000000000, //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
