use pipewright::prelude::*;

#[pipeline]
fn printing(name: &str) {} //~

fn main() {}
