use pipewright::prelude::*;

struct Opaque;

#[pipeline]
fn run(ready: bool) {
    let _value = if ready { Opaque } else { Opaque }; //~
}

fn main() {}
