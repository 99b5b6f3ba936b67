use pipewright::prelude::*;

#[component]
fn find(name: String) -> Option<Option<i64>> { //~
    Some(name.parse().ok())
}

fn main() {}
