use pipewright::prelude::*;

#[component]
fn name() -> String {
    "Bob".into()
}

#[pipeline]
fn shout() {
    let _ = name().to_uppercase(); //~
}

fn main() {}
