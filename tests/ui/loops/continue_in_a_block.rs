use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(items: Vec<i64>) {
    for item in items {
        if 1 > 2 {
            continue; //~
        }
        number(item);
    }
}

fn main() {}
