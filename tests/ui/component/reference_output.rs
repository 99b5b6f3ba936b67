use pipewright::prelude::*;

#[component]
fn greeting() -> &'static str { //~
    "hello"
}

fn main() {}
