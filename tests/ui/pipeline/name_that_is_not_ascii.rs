use pipewright::prelude::*;

#[component]
fn area(width: f64) {
    println!("{width}");
}

#[pipeline]
fn areas(größe: f64) { //~
    area(größe);
}

fn main() {}
