use pipewright::prelude::*;

#[component]
fn show(number: i64) {
    println!("{number}");
}

#[pipeline]
fn showing(numbers: Vec<i64>) {
    for number in numbers.iter() { //~
        show(number);
    }
}

fn main() {}
