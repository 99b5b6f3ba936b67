use pipewright::prelude::*;

#[component]
fn greet() {}

#[pipeline]
fn greeting(count: i64) {
    if count { //~
        greet();
    }
}

fn main() {}
