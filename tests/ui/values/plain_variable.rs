use pipewright::prelude::*;

#[pipeline]
fn printing(number: i64) {
    let _plain: i64 = number; //~
}

fn main() {}
