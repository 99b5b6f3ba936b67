use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(hours_left: f64) {
    count().timeout(hours(hours_left)); //~
}

fn main() {}
