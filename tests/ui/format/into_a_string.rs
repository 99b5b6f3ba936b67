use pipewright::prelude::*;

#[component]
fn text(text: String) -> String {
    text
}

#[pipeline]
fn joined(word: String) -> String {
    let mut all = String::new();
    for i in 0..2 {
        all = format!("{all}{word}{i}"); //~
    }
    text(all)
}

fn main() {}
