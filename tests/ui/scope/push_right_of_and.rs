use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = vec!["a"];
    let both = flag && {
        names.push("b"); //~
        true
    };
    if both { say(names.join(",")) } else { say("none") }
}

fn main() {}
