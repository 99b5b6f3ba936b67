use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(tries: u32) {
    count().retries(tries); //~
}

fn main() {}
