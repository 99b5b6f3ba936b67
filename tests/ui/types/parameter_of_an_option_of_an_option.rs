use pipewright::prelude::*;

#[component]
fn show(number: i64) {
    println!("{number}");
}

#[pipeline]
fn showing(
    number: Option<Option<i64>>, //~
) {
    if let Some(number) = number.unwrap_or(None) {
        show(number);
    }
}

fn main() {}
