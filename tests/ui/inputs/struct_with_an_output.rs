use pipewright::prelude::*;

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Item {
    name: String,
    count: u32,
}

#[component]
fn count() -> u32 {
    3
}

#[component]
fn show(item: Item) {
    println!("{} {}", item.name, item.count);
}

#[pipeline]
fn showing() {
    let count = count();
    show(Item {
        name: "a".into(),
        count, //~
    });
}

fn main() {
    showing::pipeline();
}
