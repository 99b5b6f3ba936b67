use pipewright::prelude::*;

#[component]
fn number(value: i64) -> i64 {
    value
}

#[component]
fn text(values: Vec<String>) -> String {
    values.join(" ")
}

#[pipeline]
fn run(count: i64) -> String {
    text((0..count).map(number)) //~
}

fn main() {}
