use pipewright::prelude::*;

#[component]
fn train(rows: u32) -> f64 {
    f64::from(rows)
}

#[pipeline]
fn training(rows: u32) -> f64 {
    train(rows).gpu(1) //~
}

fn main() {}
