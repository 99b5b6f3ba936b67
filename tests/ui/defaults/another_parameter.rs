use pipewright::prelude::*;

#[component]
fn add(a: f64, #[default(a)] b: f64) -> f64 { //~
    a + b
}

fn main() {}
