use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(ready: bool, mut number: i64) -> i64 {
    let mut other = number;
    if ready {
        (number, other) = (count(), count()); //~
    }
    let _ = other;
    number
}

fn main() {}
