use pipewright::prelude::*;

#[component]
fn numbers() -> Vec<i64> {
    vec![1, 2]
}

#[pipeline]
fn more(number: i64) -> Vec<i64> {
    let numbers = numbers();
    numbers.push(number); //~
    numbers
}

fn main() {}
