use pipewright::prelude::*;

#[pipeline]
fn run(ready: bool) {
    let list = [1, 2];
    let _value = if ready { &list } else { &list }; //~
}

fn main() {}
