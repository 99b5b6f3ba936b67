use pipewright::prelude::*;

#[component]
fn add((a, b): (f64, f64)) -> f64 { //~
    a + b
}

#[pipeline]
fn sums() {
    let sum = add((1.0, 2.0)).retries(3);
    if sum > 10.0 {
        add(sum);
    }
    add(None, times = 3);
}

fn main() {}
