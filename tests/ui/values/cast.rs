use pipewright::prelude::*;

#[pipeline]
fn float(number: i64) {
    let _ = number as f64; //~
}

fn main() {}
