use pipewright::prelude::*;

#[component]
fn show(name: String, number: i64) {
    println!("{name} {number}");
}

#[pipeline]
fn showing(pairs: Vec<(String, i64)>) {
    pairs.for_each(|(name, number)| show(name, number)); //~
}

fn main() {}
