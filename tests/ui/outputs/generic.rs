use pipewright::prelude::*;

#[derive(Outputs)]
struct Division<T> { //~
    quotient: T,
}

fn main() {}
