use pipewright::prelude::*;

#[component(
    timeout = "10 minutes", //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
