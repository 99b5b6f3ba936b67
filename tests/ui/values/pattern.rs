use pipewright::prelude::*;

#[component]
fn print(number: i64) {
    println!("{number}");
}

#[pipeline]
fn printing(number: Option<i64>) {
    if let Some(number) = number { //~
        print(number);
    }
}

fn main() {}
