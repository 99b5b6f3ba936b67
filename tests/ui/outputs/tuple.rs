use pipewright::prelude::*;

#[derive(Outputs)]
struct Division(f64, f64); //~

fn main() {}
