use pipewright::prelude::*;

#[pipeline]
fn counting() -> i64 {
    3 //~
}

fn main() {}
