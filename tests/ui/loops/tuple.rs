use pipewright::prelude::*;

#[component]
fn show(name: String, number: i64) {
    println!("{name} {number}");
}

#[pipeline]
fn showing(pairs: Vec<(String, i64)>) {
    for (name, number) in pairs { //~
        show(name, number);
    }
}

fn main() {}
