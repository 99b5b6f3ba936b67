use pipewright::prelude::*;

#[component]
fn shout(&self, text: String) -> String { //~
    text.to_uppercase()
}

fn main() {}
