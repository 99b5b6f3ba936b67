use pipewright::prelude::*;

#[pipeline]
fn trimmed(name: String) -> String {
    name.trim() //~
}

fn main() {}
