use pipewright::prelude::*;

#[derive(Outputs)]
struct Division {
    quotient: f64,
    remainder: f64,
}

#[component]
fn divide(a: f64, b: f64) -> Division {
    Division {
        quotient: a / b,
        remainder: a % b,
    }
}

#[pipeline]
fn division() -> f64 {
    divide(7.0, 2.0).quotien //~
}

fn main() {}
