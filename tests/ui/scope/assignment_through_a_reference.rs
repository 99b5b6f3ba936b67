use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(ready: bool, number: i64) -> i64 {
    let mut result = number;
    let place = &mut result;
    if ready {
        *place = count(); //~
    }
    result
}

fn main() {}
