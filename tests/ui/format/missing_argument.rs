use pipewright::prelude::*;

#[pipeline]
fn printed(name: String) -> String {
    format!("{} {}", name) //~
}

fn main() {}
