use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn either(ready: bool) {
    let _count = if ready { count() }; //~
}

fn main() {}
