use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: i64, ready: i64) {
    match value {
        1 if ready => number(1), //~
        _ => number(2),
    };
}

fn main() {}
