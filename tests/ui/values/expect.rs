use pipewright::prelude::*;

#[pipeline]
fn named(name: Option<String>) -> String {
    name.expect("a name") //~
}

fn main() {}
