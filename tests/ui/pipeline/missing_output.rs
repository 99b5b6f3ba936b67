use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting() -> i64 { //~
    count();
}

fn main() {}
