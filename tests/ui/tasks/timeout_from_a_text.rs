use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(limit: String) {
    count().timeout(seconds(limit)); //~
}

fn main() {}
