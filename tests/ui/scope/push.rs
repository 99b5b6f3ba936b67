use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = vec!["a"];
    if flag {
        names.push("b"); //~
    }
    say(names.join(","))
}

fn main() {}
