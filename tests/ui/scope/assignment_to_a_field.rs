use pipewright::prelude::*;

struct Results {
    number: Value<i64>,
}

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(ready: bool, number: i64) -> i64 {
    let mut results = Results { number };
    if ready {
        results.number = count(); //~
    }
    results.number
}

fn main() {}
