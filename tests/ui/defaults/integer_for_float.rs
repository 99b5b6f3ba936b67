use pipewright::prelude::*;

#[component]
fn scale(#[default(1)] factor: f64) -> f64 { //~
    factor
}

fn main() {}
