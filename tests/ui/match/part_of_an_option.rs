use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: Option<i64>) {
    match value { //~
        Some(1) => number(1),
        _ => number(2),
    };
}

fn main() {}
