use pipewright::prelude::*;

#[pipeline]
fn next(number: i64) -> i64 {
    number + 1 //~
}

fn main() {}
