use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(old: Option<String>) -> String {
    let mut names = std::collections::BTreeSet::new();
    if let Some(old) = old {
        say(old);
        names.insert("old"); //~
    }
    say(format!("{}", names.len()))
}

fn main() {}
