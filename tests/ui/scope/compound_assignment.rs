use pipewright::prelude::*;

#[pipeline]
fn counting(ready: bool) {
    let mut tasks = 0;
    if ready {
        tasks += 1; //~
    }
    let _ = tasks;
}

fn main() {}
