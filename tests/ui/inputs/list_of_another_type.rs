use pipewright::prelude::*;

#[component]
fn sum(values: Vec<i64>) -> i64 {
    values.iter().sum()
}

#[pipeline]
fn sums() {
    sum(vec!["1", "2"]); //~
}

fn main() {}
