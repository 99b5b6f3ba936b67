use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(ready: bool) {
    let _value = if ready { number(1) } else { 2 }; //~
}

fn main() {}
