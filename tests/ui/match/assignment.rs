use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: i64) {
    let mut last = number(0);
    match value {
        1 => last = number(1), //~
        _ => {}
    }
    number(1).after(&last);
}

fn main() {}
