use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[component]
fn rate() -> f64 {
    0.5
}

#[component]
fn greet() {}

#[pipeline]
fn greeting() {
    let count = count();
    if count < rate() { //~
        greet();
    }
}

fn main() {}
