use pipewright::prelude::*;

#[pipeline]
fn larger(a: i64, b: i64) -> i64 {
    a.max(b) //~
}

fn main() {}
