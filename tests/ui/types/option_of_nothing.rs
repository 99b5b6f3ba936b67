use pipewright::prelude::*;

#[component]
fn check(name: String) -> Option<()> { //~
    (!name.is_empty()).then_some(())
}

fn main() {}
