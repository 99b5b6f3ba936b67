use pipewright::prelude::*;

#[component]
fn step() {}

#[pipeline]
fn steps(#[path("/tmp/data")] data: String) { //~
    step();
}

fn main() {}
