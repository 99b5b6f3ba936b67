use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: Option<i64>) {
    if let Some(value) = value && value > 3 { //~
        number(value);
    }
}

fn main() {}
