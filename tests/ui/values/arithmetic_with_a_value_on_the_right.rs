use pipewright::prelude::*;

#[pipeline]
fn half(number: f64) -> f64 {
    0.5 * number //~
}

fn main() {}
