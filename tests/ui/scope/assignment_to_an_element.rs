use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(ready: bool, number: i64) -> i64 {
    let mut results = [number];
    if ready {
        results[0] = count(); //~
    }
    results[0]
}

fn main() {}
