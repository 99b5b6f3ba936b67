use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(items: Vec<String>) {
    for item in items {
        number(item); //~
    }
}

fn main() {}
