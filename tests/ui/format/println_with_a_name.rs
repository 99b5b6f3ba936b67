use pipewright::prelude::*;

#[pipeline]
fn printing(number: i64) {
    println!("{number}"); //~
}

fn main() {}
