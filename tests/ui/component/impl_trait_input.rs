use pipewright::prelude::*;

#[component]
fn print(text: impl ToString) { //~
    println!("{}", text.to_string());
}

fn main() {}
