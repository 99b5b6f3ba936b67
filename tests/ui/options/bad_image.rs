use pipewright::prelude::*;

#[component(
    image = "python:3.12:latest", //~
)]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
