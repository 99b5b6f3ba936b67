use pipewright::prelude::*;

#[pipeline]
fn within(number: i64, ready: bool) -> bool {
    (1 < number) < ready //~
}

fn main() {}
