use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

fn add(names: &mut Vec<&str>) {
    names.push("b");
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = vec!["a"];
    let reference = &mut names;
    if flag {
        add(reference); //~
    }
    say(names.join(","))
}

fn main() {}
