use pipewright::prelude::*;

#[component]
fn print(number: i64) {
    println!("{number}");
}

#[pipeline]
fn printing(numbers: Vec<i64>) {
    for number in numbers { //~
        print(number);
    }
}

fn main() {}
