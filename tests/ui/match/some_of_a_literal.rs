use pipewright::prelude::*;

#[component]
fn show(count: i64) {
    println!("{count}");
}

#[pipeline]
fn showing(count: Option<i64>) {
    match count { //~
        Some(0) => show(1),
        Some(count) => show(count),
        None => show(0),
    };
}

fn main() {
    showing::pipeline();
}
