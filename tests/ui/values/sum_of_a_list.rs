use pipewright::prelude::*;

#[pipeline]
fn total(numbers: Vec<i64>) -> i64 {
    numbers.sum() //~
}

fn main() {}
