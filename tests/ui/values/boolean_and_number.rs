use pipewright::prelude::*;

#[component]
fn show(number: i64) {
    println!("{number}");
}

#[pipeline]
fn showing(ready: bool) {
    show(ready + 1); //~
}

fn main() {}
