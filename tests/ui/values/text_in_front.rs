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
    show("hello " + name()); //~
}

fn main() {
    greeting::pipeline();
}
