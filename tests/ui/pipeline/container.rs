use pipewright::prelude::*;

#[pipeline]
fn printing() -> Container { //~
    Container::new("busybox:1.36")
}

fn main() {}
