use pipewright::prelude::*;

struct Overflow;

#[component]
fn add(a: u8, b: u8) -> Result<u8, Overflow> { //~
    a.checked_add(b).ok_or(Overflow)
}

fn main() {}
