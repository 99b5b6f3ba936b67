use pipewright::prelude::*;

#[component]
fn shout(text: Input<String>) -> String { //~
    text.to_string()
}

fn main() {}
