use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(items: Vec<i64>) {
    for (index, item) in items { //~
        number(item).after(&index);
    }
}

fn main() {}
