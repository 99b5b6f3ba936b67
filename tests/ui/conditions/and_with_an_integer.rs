use pipewright::prelude::*;

#[pipeline]
fn both(ready: bool, count: i64) -> bool {
    ready && count //~
}

fn main() {}
