use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(items: Vec<i64>) {
    let mut count = 0;
    for item in items {
        number(item);
        count += 1; //~
    }
    assert_eq!(count, 1);
}

fn main() {}
