use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(name: Option<String>) {
    if let Some(name) = name {
        number(name); //~
    }
}

fn main() {}
