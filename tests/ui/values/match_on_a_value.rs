use pipewright::prelude::*;

#[component]
fn print(number: i64) {
    println!("{number}");
}

#[pipeline]
fn printing(number: i64) {
    match number {
        3 => print(3), //~
        _ => print(4),
    };
}

fn main() {}
