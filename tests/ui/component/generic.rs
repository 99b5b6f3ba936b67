use pipewright::prelude::*;

#[component]
fn repeat<T>(value: T) -> Vec<T> { //~
    vec![value]
}

fn main() {}
