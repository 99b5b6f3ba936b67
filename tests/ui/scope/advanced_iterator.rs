use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = ["a", "b"].iter();
    if flag {
        names.next(); //~
    }
    say(names.as_slice().join(","))
}

fn main() {}
