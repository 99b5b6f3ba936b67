use pipewright::prelude::*;

#[component]
fn sum(numbers: Vec<i64>) -> i64 {
    numbers.iter().sum()
}

#[pipeline]
fn squares() -> i64 {
    sum((0..10).map(|number| number * number)) //~
}

fn main() {}
