use pipewright::prelude::*;

#[component]
fn double(value: _) -> f64 { //~
    value * 2.0
}

fn main() {}
