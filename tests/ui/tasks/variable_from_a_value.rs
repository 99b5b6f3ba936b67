use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(level: String) {
    count().env("LEVEL", level); //~
}

fn main() {}
