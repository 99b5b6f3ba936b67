use pipewright::prelude::*;

#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn three() -> f64 {
    add(1.0, 2.0) //~
}

fn main() {}
