use pipewright::prelude::*;

#[pipeline]
fn order(a: bool, b: bool) -> bool {
    a < b //~
}

fn main() {}
