use pipewright::prelude::*;

#[pipeline]
const fn printing() {} //~

fn main() {}
