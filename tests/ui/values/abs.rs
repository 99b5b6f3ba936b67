use pipewright::prelude::*;

#[pipeline]
fn distance(a: f64, b: f64) -> f64 {
    (a - b).abs() //~
}

fn main() {}
