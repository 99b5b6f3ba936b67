use pipewright::prelude::*;

#[component]
fn check(number: i64) -> bool {
    number > 0
}

#[component]
fn note(text: String) {
    println!("{text}");
}

#[pipeline]
fn notes(number: i64) {
    'all: {
        if check(number) {
            note("the first");
            break 'all; //~
        }
        note("the second");
    }
}

fn main() {}
