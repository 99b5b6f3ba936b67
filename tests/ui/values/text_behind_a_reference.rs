use pipewright::prelude::*;

#[component]
fn name() -> String {
    "a".into()
}

#[component]
fn show(text: String) {
    println!("{text}");
}

#[pipeline]
fn greeting() {
    let name = name();
    show(&name + "!"); //~
}

fn main() {
    greeting::pipeline();
}
