use pipewright::prelude::*;

#[component]
fn number(value: i64) -> i64 {
    value
}

#[pipeline]
fn run(value: Option<i64>) -> i64 {
    let mut last = number(0);
    if let Some(value) = value {
        last = number(value); //~
    }
    last
}

fn main() {}
