use pipewright::prelude::*;

#[component]
fn show(count: i64) {
    println!("{count}");
}

#[pipeline]
fn showing(count: Option<i64>) {
    match count { //~
        Some(count) => show(count),
        None if true => show(1),
        None => show(0),
    };
}

fn main() {
    showing::pipeline();
}
