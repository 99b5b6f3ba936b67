use pipewright::prelude::*;

#[pipeline]
mod printing {} //~

fn main() {}
