use pipewright::prelude::*;

#[pipeline]
fn printing(value: impl ToString) {} //~

fn main() {}
