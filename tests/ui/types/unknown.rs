use pipewright::prelude::*;

#[component]
fn score(model: Modle) -> f64 { //~
    1.0
}

fn main() {}
