use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(age: u64) {
    count().cache(hours(age)); //~
}

fn main() {}
