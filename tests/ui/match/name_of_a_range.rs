use pipewright::prelude::*;

#[component]
fn show(count: i64) {
    println!("{count}");
}

#[pipeline]
fn showing(count: i64) {
    match count { //~
        small @ 0..=9 => show(small),
        other => show(other + 1),
    };
}

fn main() {
    showing::pipeline();
}
