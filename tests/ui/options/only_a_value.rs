use pipewright::prelude::*;

#[component(
    "python:3.12" //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
