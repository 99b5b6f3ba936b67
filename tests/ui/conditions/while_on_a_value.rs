use pipewright::prelude::*;

#[component]
fn wait() {}

#[pipeline]
fn waiting(ready: bool) {
    while !ready { //~
        wait();
    }
}

fn main() {}
