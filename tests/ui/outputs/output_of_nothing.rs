use pipewright::prelude::*;

#[component]
fn print(text: String) {
    println!("{text}");
}

#[component]
fn shout(text: String) -> String {
    text.to_uppercase()
}

#[pipeline]
fn hello() {
    let printed = print("hello");
    shout(printed); //~
}

fn main() {}
