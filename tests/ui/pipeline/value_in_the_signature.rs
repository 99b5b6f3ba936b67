use pipewright::prelude::*;

#[component]
fn print(number: i64) {
    println!("{number}");
}

#[pipeline]
fn printing(number: Value<i64>) { //~
    print(number);
}

fn main() {}
