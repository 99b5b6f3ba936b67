use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    use std::fmt::Write;
    let mut text = String::new();
    if flag {
        write!(text, "a").unwrap(); //~
    }
    say(text)
}

fn main() {}
