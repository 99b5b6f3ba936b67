use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
enum Level {
    Low,
}

#[derive(Serialize, Deserialize)]
enum Colour {
    Red,
}

#[pipeline]
fn is_low(level: Level) -> bool {
    level == Colour::Red //~
}

fn main() {}
