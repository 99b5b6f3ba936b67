use pipewright::prelude::*;

#[component]
fn add(a: f64, b: f64) -> f64 {
    format!("{a} {b}") //~
}

fn main() {}
