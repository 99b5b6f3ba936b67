use pipewright::prelude::*;

#[component]
fn name() -> String {
    "Bob".into()
}

#[component]
fn greet() {}

#[pipeline]
fn greeting() {
    if name() == 10 { //~
        greet();
    }
}

fn main() {}
