use pipewright::prelude::*;

#[pipeline]
fn rounded(rate: f64) -> String {
    format!("{rate:.2}") //~
}

fn main() {}
