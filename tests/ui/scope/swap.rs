use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run(flag: bool) -> String {
    let (mut first, mut second) = ("a", "b");
    if flag {
        std::mem::swap(&mut first, &mut second); //~
    }
    say(format!("{first}{second}"))
}

fn main() {}
