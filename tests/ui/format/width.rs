use pipewright::prelude::*;

#[pipeline]
fn aligned(number: i64) -> String {
    format!("{:>8}", number) //~
}

fn main() {}
