use pipewright::prelude::*;

#[component]
fn read(#[path("/tmp/data")] data: String) -> usize { //~
    data.len()
}

fn main() {}
