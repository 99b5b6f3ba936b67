use pipewright::prelude::*;

#[derive(Outputs)]
struct Division; //~

fn main() {}
