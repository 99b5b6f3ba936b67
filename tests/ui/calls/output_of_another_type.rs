use pipewright::prelude::*;

#[pipeline]
fn total(start: f64, #[default(2)] times: u32) -> f64 {
    let _ = times;
    start
}

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run() {
    number(total(1.0)); //~
}

fn main() {}
