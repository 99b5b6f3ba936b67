use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: String) {
    match value {
        ..=3 => number(1), //~
        _ => number(2),
    };
}

fn main() {}
