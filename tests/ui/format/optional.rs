use pipewright::prelude::*;

#[pipeline]
fn listed(name: Option<String>) -> String {
    format!("hello {}", name) //~
}

fn main() {}
