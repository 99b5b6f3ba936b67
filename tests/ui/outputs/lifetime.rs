use pipewright::prelude::*;

#[derive(Outputs)]
struct Division<'a> { //~
    quotient: &'a str,
}

fn main() {}
