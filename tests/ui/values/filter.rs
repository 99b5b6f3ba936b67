use pipewright::prelude::*;

#[component]
fn show(number: i64) {
    println!("{number}");
}

#[pipeline]
fn showing(numbers: Vec<i64>) {
    numbers.filter(|number| number > 0).for_each(|number| show(number)); //~
}

fn main() {}
