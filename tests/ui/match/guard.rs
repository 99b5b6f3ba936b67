use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: i64, ready: bool) {
    match value {
        1 if 1 > 2 => number(1), //~
        _ => number(2),
    };
    if ready {}
}

fn main() {}
