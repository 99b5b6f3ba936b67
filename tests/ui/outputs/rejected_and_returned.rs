use pipewright::prelude::*;

#[derive(Outputs)]
struct Division(f64, f64); //~

#[component]
fn divide(a: f64, b: f64) -> Division {
    Division(a / b, a % b)
}

#[pipeline]
fn division() {
    divide(7.0, 2.0);
}

fn main() {}
