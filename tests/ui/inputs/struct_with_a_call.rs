use pipewright::prelude::*;

use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Item {
    count: u32,
}

#[component]
fn count() -> u32 {
    3
}

#[component]
fn show(item: Item, #[default(1)] times: u32) {
    println!("{} {times}", item.count);
}

#[pipeline]
fn showing() {
    show(times = 2, item = Item { count: count() }); //~
}

fn main() {
    showing::pipeline();
}
