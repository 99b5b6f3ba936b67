use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: i64) {
    match value {
        1 => return, //~
        _ => {}
    }
    number(1);
}

fn main() {}
