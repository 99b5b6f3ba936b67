use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[component]
fn print(number: i64) {
    println!("{number}");
}

#[pipeline]
fn counting(ready: bool, mut number: i64) {
    if ready {
        number = count(); //~
    }
    print(number);
}

fn main() {}
