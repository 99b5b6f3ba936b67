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
fn counting(ready: bool) {
    if ready {
        let number = count();
        print(number);
    }
    print(number); //~
}

fn main() {}
