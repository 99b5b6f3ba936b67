use pipewright::prelude::*;

#[pipeline]
fn either(ready: bool, count: i64) -> bool {
    count || ready //~
}

fn main() {}
