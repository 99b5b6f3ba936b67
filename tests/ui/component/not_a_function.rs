use pipewright::prelude::*;

#[component]
struct Add { //~
    a: f64,
}

fn main() {}
