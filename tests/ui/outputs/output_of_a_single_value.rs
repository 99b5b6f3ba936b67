use pipewright::prelude::*;

#[component]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

#[pipeline]
fn sum() -> f64 {
    add(1.0, 2.0).output //~
}

fn main() {}
