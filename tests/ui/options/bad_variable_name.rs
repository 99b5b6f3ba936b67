use pipewright::prelude::*;

#[component(env(
    "LOG LEVEL" = "debug", //~
))]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
