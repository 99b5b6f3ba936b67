use pipewright::prelude::*;

#[component]
fn read(data: InputPath<String>) -> String { //~
    data.to_string()
}

fn main() {}
