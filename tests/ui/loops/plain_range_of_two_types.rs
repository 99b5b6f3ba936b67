use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[pipeline]
fn run(value: i64) {
    let (start, end) = (1_u8, 2_u32);
    for _ in start..end { //~
        number(value);
    }
}

fn main() {}
