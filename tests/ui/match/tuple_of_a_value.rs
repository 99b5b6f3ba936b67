use pipewright::prelude::*;

#[component]
fn pair() -> (i64, bool) {
    (1, true)
}

#[component]
fn show(text: String) {
    println!("{text}");
}

#[pipeline]
fn showing() {
    match pair() { //~
        (0, true) => show("none"),
        (_, _) => show("some"),
    };
}

fn main() {
    showing::pipeline();
}
