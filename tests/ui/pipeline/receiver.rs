use pipewright::prelude::*;

#[pipeline]
fn printing(&self) {} //~

fn main() {}
