use pipewright::prelude::*;

#[pipeline]
fn printing((a, b): (f64, f64)) {} //~

fn main() {}
