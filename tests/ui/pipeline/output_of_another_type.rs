use pipewright::prelude::*;

#[component]
fn name() -> String {
    "Bob".into()
}

#[pipeline]
fn counting() -> i64 {
    name() //~
}

fn main() {}
