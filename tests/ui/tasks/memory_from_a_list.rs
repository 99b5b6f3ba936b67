use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(sizes: Vec<String>) {
    count().memory(sizes); //~
}

fn main() {}
