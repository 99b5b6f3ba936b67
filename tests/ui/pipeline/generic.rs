use pipewright::prelude::*;

#[pipeline]
fn printing<T>(value: T) {} //~

fn main() {}
