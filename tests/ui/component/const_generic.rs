use pipewright::prelude::*;

#[component]
fn first<const N: usize>(values: [f64; N]) -> f64 { //~
    values[0]
}

fn main() {}
