use pipewright::prelude::*;

#[component]
fn train(rows: u32) -> f64 {
    f64::from(rows)
}

#[pipeline]
fn training(rows: u32) -> f64 {
    train(rows).memory("1Gi").node_selector("large") //~
}

fn main() {}
