use pipewright::prelude::*;

#[component]
fn count() -> u32 {
    3
}

#[component]
fn show(item: (String, u32)) {
    println!("{} {}", item.0, item.1);
}

#[pipeline]
fn showing() {
    show(("a".into(), count())); //~
}

fn main() {
    showing::pipeline();
}
