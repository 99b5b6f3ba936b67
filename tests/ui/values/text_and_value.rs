use pipewright::prelude::*;

#[pipeline]
fn full(first: String, last: String) -> String {
    first + last //~
}

fn main() {}
