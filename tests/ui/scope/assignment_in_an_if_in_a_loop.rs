use pipewright::prelude::*;

#[component]
fn double(number: i64) -> i64 {
    number * 2
}

#[pipeline]
fn doubling(numbers: Vec<i64>, ready: bool) -> i64 {
    let mut last = double(1);
    for number in numbers {
        if ready {
            last = double(number); //~
        }
    }
    last
}

fn main() {}
