use pipewright::prelude::*;

#[pipeline]
fn limit(rate: f64) -> bool {
    rate > 1 //~
}

fn main() {}
