use pipewright::prelude::*;

#[pipeline]
fn order(a: Vec<i64>, b: Vec<i64>) -> bool {
    a < b //~
}

fn main() {}
