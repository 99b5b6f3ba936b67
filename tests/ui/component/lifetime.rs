use pipewright::prelude::*;

#[component]
fn shout<'a>(text: std::borrow::Cow<'a, str>) -> String { //~
    text.to_uppercase()
}

fn main() {}
