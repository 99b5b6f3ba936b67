use pipewright::prelude::*;

#[component]
fn show(count: i64) {
    println!("{count}");
}

#[pipeline]
fn showing(count: i64) {
    match count { //~
        zero @ (0 | 1) if zero < 1 => show(zero),
        other => show(other + 1),
    };
}

fn main() {
    showing::pipeline();
}
