use pipewright::prelude::*;

#[component]
fn greet() {}

#[pipeline]
fn greeting() {
    let count = 3;
    if count { //~
        greet();
    }
}

fn main() {}
