use pipewright::prelude::*;

#[component]
fn print(number: i64) {
    println!("{number}");
}

#[pipeline]
fn printing(count: i64) {
    for number in 0..count { //~
        print(number);
    }
}

fn main() {}
