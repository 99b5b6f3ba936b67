use pipewright::prelude::*;

#[component]
fn number(value: i64) -> f64 {
    value as f64
}

#[derive(serde::Serialize, serde::Deserialize)]
enum Mode {
    Fast,
    Slow,
}

#[pipeline]
fn run(mode: Mode) {
    match mode { //~
        Mode::Fast => number(1),
    };
}

fn main() {}
