use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(ready: bool) {
    while ready { //~
        number(1);
    }
}

fn main() {}
