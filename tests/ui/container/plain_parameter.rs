use pipewright::prelude::*;

#[component]
fn greet(name: String) -> Container { //~
    Container::new("busybox:1.36").command(["echo", &name])
}

fn main() {}
