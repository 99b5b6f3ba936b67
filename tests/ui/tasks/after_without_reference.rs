use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting() {
    let first = count();
    count().after(first); //~
}

fn main() {}
