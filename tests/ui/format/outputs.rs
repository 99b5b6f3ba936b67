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

#[component]
fn print(text: String) {
    println!("{text}");
}

#[pipeline]
fn printed() {
    let parts = divide(7.0, 2.0);
    print(format!("{}", parts)); //~
}

fn main() {}
