use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = vec!["a"];
    if flag {
        assert!(names.pop().is_some()); //~
    }
    say(names.join(","))
}

fn main() {}
