use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = vec!["a"];
    let mut add = |name| names.push(name);
    if flag {
        add("b"); //~
    }
    say(names.join(","))
}

fn main() {}
