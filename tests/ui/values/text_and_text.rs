use pipewright::prelude::*;

#[pipeline]
fn greeting(name: String) -> String {
    name + "!" //~
}

fn main() {}
