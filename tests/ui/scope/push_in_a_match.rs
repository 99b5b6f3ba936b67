use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(count: i64) -> String {
    let mut names = vec!["a"];
    match count {
        1 => {
            say("one");
        }
        _ => names.push("b"), //~
    }
    say(names.join(","))
}

fn main() {}
