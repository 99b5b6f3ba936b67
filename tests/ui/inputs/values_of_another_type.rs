use pipewright::prelude::*;

#[component]
fn text(value: i64) -> String {
    value.to_string()
}

#[component]
fn sum(values: Vec<i64>) -> i64 {
    values.iter().sum()
}

#[pipeline]
fn total() -> i64 {
    sum([text(1), text(2)]) //~
}

fn main() {}
