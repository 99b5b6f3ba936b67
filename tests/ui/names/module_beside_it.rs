//! A component comes with a type of its name, which a module of the name is in the way of.

use pipewright::prelude::*;

mod train {
    pub const EPOCHS: u32 = 3;
}

#[component]
fn train(rows: u32) -> u32 { //~
    rows * train::EPOCHS
}

fn main() {}
