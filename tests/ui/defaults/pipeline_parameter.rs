use pipewright::prelude::*;

#[component]
fn print(text: String) {
    println!("{text}");
}

#[pipeline]
fn hello(#[default(1.5)] name: String) { //~
    print(name);
}

fn main() {}
