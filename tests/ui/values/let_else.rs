use pipewright::prelude::*;

#[component]
fn print(number: i64) {
    println!("{number}");
}

#[pipeline]
fn printing(number: Option<i64>) {
    let Some(number) = number else { //~
        return;
    };
    print(number);
}

fn main() {}
