use pipewright::prelude::*;

#[component]
fn count() -> usize {
    3
}

fn name(index: usize) -> String {
    format!("file {index}")
}

#[pipeline]
fn names() {
    let count = count();
    name(count); //~
}

fn main() {}
