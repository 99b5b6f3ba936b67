use pipewright::prelude::*;

#[component]
fn greet() {}

#[pipeline]
fn greeting(ready: bool) {
    if !ready {
        return; //~
    }
    greet();
}

fn main() {}
