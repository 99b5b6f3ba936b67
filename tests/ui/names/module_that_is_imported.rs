//! A component comes with a type of its name, which an imported module of the name is in the way of.

use pipewright::prelude::*;
use std::fmt;

#[component]
fn fmt(number: f64) -> String { //~
    format!("{number:.2}")
}

struct Unit;

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("m")
    }
}

fn main() {
    println!("{Unit}");
}
