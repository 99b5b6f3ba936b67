use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(items: Vec<i64>) {
    let mut last = number(0);
    for item in items {
        last = number(item); //~
    }
    number(1).after(&last);
}

fn main() {}
