use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn either(ready: bool) -> i64 {
    if ready {
        count() //~
    }
}

fn main() {}
