use pipewright::prelude::*;

#[component]
fn split(number: i64) -> (i64, i64) {
    (number / 10, number % 10)
}

#[component]
fn show(number: i64) {
    println!("{number}");
}

#[pipeline]
fn digits(number: i64) {
    let (tens, ones) = split(number); //~
    show(tens);
    show(ones);
}

fn main() {}
