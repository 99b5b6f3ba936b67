use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
enum Level {
    Low,
    High,
}

#[component]
fn warn(level: Level) -> bool {
    matches!(level, Level::High)
}

#[pipeline]
fn warning() {
    warn("High"); //~
}

fn main() {}
