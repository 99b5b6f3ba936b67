use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(count: i64) -> String {
    let mut text = String::new();
    if count == 1 {
        say("one");
    } else if count == 2 {
        text.push_str("two"); //~
    }
    say(text)
}

fn main() {}
