use pipewright::prelude::*;

#[component]
fn words() -> Vec<String> {
    vec![]
}

#[component]
fn sum(values: Vec<i64>) -> i64 {
    values.iter().sum()
}

#[pipeline]
fn sums() {
    sum(words()); //~
}

fn main() {}
