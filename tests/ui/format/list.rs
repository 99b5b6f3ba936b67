use pipewright::prelude::*;

#[pipeline]
fn listed(numbers: Vec<i64>) -> String {
    format!("{}", numbers) //~
}

fn main() {}
