use pipewright::prelude::*;

#[pipeline]
fn printed(name: String) -> String {
    format!("hello {}", name, 3) //~
}

fn main() {}
