use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(items: Vec<String>) -> Vec<String> {
    let mut names = vec!["a"];
    let said = items.map(|item| {
        names.push("b"); //~
        say(item)
    });
    say(names.join(","));
    said
}

fn main() {}
