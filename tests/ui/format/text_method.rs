use pipewright::prelude::*;

#[pipeline]
fn printed(names: Vec<String>) -> String {
    names.to_string() //~
}

fn main() {}
