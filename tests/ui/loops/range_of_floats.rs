use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(end: f64) {
    for _ in 0.0..end { //~
        number(1);
    }
}

fn main() {}
