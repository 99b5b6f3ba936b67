use pipewright::prelude::*;

#[component]
fn number(value: i64) -> i64 {
    value
}

#[component]
fn sum(values: Vec<i64>) -> i64 {
    values.iter().sum()
}

#[pipeline]
fn total() -> i64 {
    let mut numbers = vec![];
    for value in 0..3 {
        numbers.push(number(value));
    }
    sum(numbers) //~
}

fn main() {}
