use pipewright::prelude::*;

#[component]
fn show(count: i64) {
    println!("{count}");
}

#[pipeline]
fn showing(count: Option<i64>) {
    match count { //~
        Some(count) if count > 3 => show(count),
        Some(count) => show(count + 1),
        None => show(0),
    };
}

fn main() {
    showing::pipeline();
}
