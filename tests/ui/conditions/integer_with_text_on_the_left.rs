use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[component]
fn greet() {}

#[pipeline]
fn greeting() {
    if "three" == count() { //~
        greet();
    }
}

fn main() {}
