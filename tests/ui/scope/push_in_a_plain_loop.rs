use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = vec![];
    for name in ["a", "b"] {
        if flag {
            names.push(name); //~
        }
    }
    say(names.join(","))
}

fn main() {}
