use pipewright::prelude::*;

#[component]
fn ignore(_: f64) {} //~

fn main() {}
