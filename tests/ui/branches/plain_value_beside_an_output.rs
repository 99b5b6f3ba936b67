use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn either(ready: bool) {
    let _value = if ready { count() } else { 2 }; //~
}

fn main() {}
