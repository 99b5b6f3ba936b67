use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: Option<i64>) {
    while let Some(value) = value { //~
        number(value);
    }
}

fn main() {}
