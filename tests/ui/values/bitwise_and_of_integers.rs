use pipewright::prelude::*;

#[component]
fn count() -> u32 {
    3
}

#[pipeline]
fn counting() -> u32 {
    count() & 1 //~
}

fn main() {
    counting::pipeline();
}
