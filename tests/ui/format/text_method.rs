use pipewright::prelude::*;

#[pipeline]
fn printed(name: String) -> String {
    name.to_string() //~
}

fn main() {}
