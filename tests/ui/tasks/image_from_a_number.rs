use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(version: i64) {
    count().image(version); //~
}

fn main() {}
