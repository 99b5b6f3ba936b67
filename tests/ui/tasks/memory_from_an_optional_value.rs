use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(memory: Option<String>) {
    count().memory(memory); //~
}

fn main() {}
