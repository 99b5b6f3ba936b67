use pipewright::prelude::*;

#[component]
fn apply(function: fn(f64) -> f64) -> f64 { //~
    function(1.0)
}

fn main() {}
