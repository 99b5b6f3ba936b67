use pipewright::prelude::*;

#[component]
fn run() {}

#[pipeline]
fn running(count: Option<i64>) {
    if count.is_some_and(|count| count > 1) { //~
        run();
    }
}

fn main() {}
