use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: Option<i64>) {
    let wanted = std::env::args().count() > 1;
    if let Some(value) = value && wanted { //~
        number(value);
    }
}

fn main() {}
