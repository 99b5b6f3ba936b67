use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[component]
fn name() -> String {
    "Bob".into()
}

#[pipeline]
fn either(ready: bool) -> i64 {
    if ready { count() } else { name() } //~
}

fn main() {}
