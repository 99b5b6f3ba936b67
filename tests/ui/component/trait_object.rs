use pipewright::prelude::*;

#[component]
fn apply(function: Box<dyn Fn(f64) -> f64>) -> f64 { //~
    function(1.0)
}

fn main() {}
