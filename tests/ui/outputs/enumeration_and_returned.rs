use pipewright::prelude::*;

#[derive(Outputs)]
enum Found { //~
    Name(String),
    Nothing,
}

#[component]
fn find(name: String) -> Found {
    if name.is_empty() { Found::Nothing } else { Found::Name(name) }
}

fn main() {}
