use pipewright::prelude::*;

#[component]
fn wait() {}

#[pipeline]
fn waiting(count: i64) {
    while count { //~
        wait();
    }
}

fn main() {}
