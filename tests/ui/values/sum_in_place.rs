use pipewright::prelude::*;

#[pipeline]
fn next(mut number: i64) -> i64 {
    number += 1; //~
    number
}

fn main() {}
