use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(items: Vec<String>) -> String {
    let mut names = vec!["a"];
    for item in items {
        say(item);
        names.push("b"); //~
    }
    say(names.join(","))
}

fn main() {}
