use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(ready: bool, value: i64) -> f64 {
    match ready { //~
        true => number(1),
        false if value > 1 => number(2),
    }
}

fn main() {}
