use pipewright::prelude::*;

#[pipeline]
fn printed(name: String) -> String {
    format!("hello {nam}") //~
}

fn main() {}
