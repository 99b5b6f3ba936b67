use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(ready: bool, mut number: i64) -> i64 {
    if ready {
        count();
    } else {
        number = count(); //~
    }
    number
}

fn main() {}
