use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(limit: i64) {
    count().timeout(limit); //~
}

fn main() {}
