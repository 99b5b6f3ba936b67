use pipewright::prelude::*;

struct Number(f64);

#[derive(Outputs)]
struct Division {
    quotient: Number, //~
    remainder: f64,
}

fn main() {}
