use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(cores: f64) {
    count().cpu(cores); //~
}

fn main() {}
