use pipewright::prelude::*;

#[component]
fn show(text: String) {
    println!("{text}");
}

#[pipeline]
fn showing(count: i64) {
    let is_last = false;
    match (count, is_last) { //~
        (0, true) => show("none"),
        (1 | 2, _) => show("few"),
        _ => show("some"),
    };
}

fn main() {
    showing::pipeline();
}
