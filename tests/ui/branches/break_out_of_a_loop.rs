use pipewright::prelude::*;

#[component]
fn greet(times: i64) {
    println!("{times}");
}

#[pipeline]
fn greeting(ready: bool) {
    for times in 0..3 {
        if ready {
            break; //~
        }
        greet(times);
    }
}

fn main() {}
