use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(start: i64, end: u32) {
    for _ in start..end { //~
        number(1);
    }
}

fn main() {}
