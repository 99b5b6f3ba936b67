use pipewright::prelude::*;

#[component]
fn show(count: i64) {
    println!("{count}");
}

#[pipeline]
fn showing(count: i64, is_last: bool) {
    match (count, is_last) { //~
        (count, true) => show(count),
        (count, false) => show(count + 1),
    };
}

fn main() {
    showing::pipeline();
}
