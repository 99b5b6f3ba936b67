use pipewright::prelude::*;

#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[pipeline]
fn sum(a: f64) {
    add(a, 2.0, 3.0); //~
}

fn main() {}
