use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
enum Level {
    Low,
}

#[pipeline]
fn is_low(level: Level) -> bool {
    level == "Low" //~
}

fn main() {}
