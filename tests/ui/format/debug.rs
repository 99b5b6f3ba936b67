use pipewright::prelude::*;

#[pipeline]
fn debugged(name: String) -> String {
    format!("{:?}", name) //~
}

fn main() {}
