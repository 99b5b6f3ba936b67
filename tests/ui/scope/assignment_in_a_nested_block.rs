use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(ready: bool, mut number: i64) -> i64 {
    for _ in 0..3 {
        if ready {
            {
                number = count(); //~
            }
        }
    }
    number
}

fn main() {}
