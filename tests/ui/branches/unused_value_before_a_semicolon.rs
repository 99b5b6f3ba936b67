use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[component]
fn greet() {}

#[pipeline]
fn either(ready: bool) {
    if ready {
        count() //~
    } else {
        greet();
    };
}

fn main() {}
