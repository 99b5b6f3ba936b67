use pipewright::prelude::*;

#[component]
fn greet() {}

#[pipeline]
fn greeting(name: Option<bool>) {
    if name { //~
        greet();
    }
}

fn main() {}
