use pipewright::prelude::*;

#[pipeline]
fn total(start: f64, #[default(2)] times: u32) -> f64 {
    let _ = times;
    start
}

#[pipeline]
fn run() {
    totall(1.0); //~
}

fn main() {}
