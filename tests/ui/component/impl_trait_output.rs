use pipewright::prelude::*;

#[component]
fn numbers() -> impl Iterator<Item = i64> { //~
    0..10
}

fn main() {}
