use pipewright::prelude::*;

#[derive(Outputs)]
enum Division { //~
    Exact { quotient: f64 },
}

fn main() {}
