use pipewright::prelude::*;

#[pipeline]
fn checked(ready: bool) {
    assert!(ready); //~
}

fn main() {}
