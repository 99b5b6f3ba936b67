use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(end: i64) {
    for i in 0..=end { //~
        number(i);
    }
}

fn main() {}
