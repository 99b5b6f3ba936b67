use pipewright::prelude::*;

#[component]
fn is_ready(step: u32) -> bool {
    step > 1
}

#[component]
fn go() {}

#[pipeline]
fn going() {
    if is_ready(1) ^ is_ready(2) { //~
        go();
    }
}

fn main() {
    going::pipeline();
}
