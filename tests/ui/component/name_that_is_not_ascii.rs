use pipewright::prelude::*;

#[component]
fn area(größe: f64) -> f64 { //~
    größe * größe
}

fn main() {}
