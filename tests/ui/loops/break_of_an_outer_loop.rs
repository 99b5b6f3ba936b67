use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(items: Vec<i64>) {
    'outer: for _ in 0..2 {
        for item in items {
            number(item);
            break 'outer; //~
        }
    }
}

fn main() {}
