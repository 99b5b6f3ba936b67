use pipewright::prelude::*;

#[component]
fn count(
    numbers: Vec<Option<Option<i64>>>, //~
) -> usize {
    numbers.len()
}

fn main() {}
