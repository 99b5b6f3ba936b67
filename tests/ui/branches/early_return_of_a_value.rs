use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(ready: bool, other: i64) -> i64 {
    if ready {
        return other; //~
    }
    count()
}

fn main() {}
