use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(number: i64) {
    count().display_name(number); //~
}

fn main() {}
