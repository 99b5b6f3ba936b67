use pipewright::prelude::*;

#[component(env(
    LEVEL = "a\0b", //~
))]
fn add(a: f64, b: f64) -> f64 {
    a + b
}

fn main() {}
