use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[pipeline]
fn run() {
    let mut names = vec!["a"];
    on_exit(|exit| { //~
        names.push("b");
        say(format!("{}", exit.status));
    });
    say(names.join(","));
}

fn main() {}
