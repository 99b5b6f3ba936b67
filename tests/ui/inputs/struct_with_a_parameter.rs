use pipewright::prelude::*;

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Item {
    count: u32,
}

#[component]
fn show(item: Item) {
    println!("{}", item.count);
}

#[pipeline]
fn showing(size: u32) {
    show(Item { count: size }); //~
}

fn main() {
    showing::pipeline();
}
