use pipewright::prelude::*;

#[pipeline]
fn total(start: f64, #[default(2)] times: u32) -> f64 {
    let _ = times;
    start
}

#[pipeline]
fn run() {
    total("a"); //~
}

fn main() {}
