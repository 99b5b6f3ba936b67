use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
enum Level {
    Low,
    High,
}

#[derive(Serialize, Deserialize)]
enum Colour {
    Red,
}

#[component]
fn warn(level: Level) -> bool {
    matches!(level, Level::High)
}

#[pipeline]
fn warning() {
    warn(Colour::Red); //~
}

fn main() {}
