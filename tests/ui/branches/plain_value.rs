use pipewright::prelude::*;

#[pipeline]
fn either(ready: bool) {
    let _value = if ready { 1 } else { 2 }; //~
}

fn main() {}
