use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(end: i64) {
    for _ in "a"..end { //~
        number(1);
    }
}

fn main() {}
