use pipewright::prelude::*;

#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[pipeline]
fn sum() {
    add(1.0, b = 2.0); //~
}

fn main() {}
