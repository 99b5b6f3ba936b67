use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(cached: bool) {
    count().cache(cached); //~
}

fn main() {}
