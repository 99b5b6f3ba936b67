use pipewright::prelude::*;

#[pipeline]
fn rounded(rate: f64) -> String {
    format!("{:.2}", rate) //~
}

fn main() {}
