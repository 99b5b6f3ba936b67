use pipewright::prelude::*;

#[pipeline]
fn negated(count: i64) -> bool {
    !count //~
}

fn main() {}
