use pipewright::prelude::*;

#[pipeline]
fn negative(number: i64) -> i64 {
    -number //~
}

fn main() {}
