use pipewright::prelude::*;

#[component]
fn __(data: String) -> String { //~
    data
}

fn main() {}
