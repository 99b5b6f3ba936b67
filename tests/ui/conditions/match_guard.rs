use pipewright::prelude::*;

#[component]
fn wait() {}

#[pipeline]
fn waiting(ready: bool) {
    match 3 {
        3 if ready => {} //~
        _ => {
            wait();
        }
    }
}

fn main() {}
