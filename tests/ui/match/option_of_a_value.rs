use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: i64) -> f64 {
    match value {
        Some(value) => number(value), //~
        None => number(2),
    }
}

fn main() {}
