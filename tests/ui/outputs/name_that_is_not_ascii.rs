use pipewright::prelude::*;

#[derive(Outputs)]
struct Area {
    width: f64,
    größe: f64, //~
}

#[component]
fn area() -> Area {
    Area { width: 1.0, größe: 2.0 }
}

fn main() {}
