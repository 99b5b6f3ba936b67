use pipewright::prelude::*;

struct Name(String);

#[component]
fn greet(name: Input<Name>) -> Container { //~
    Container::new("busybox:1.36").command(["echo"]).arg(name)
}

fn main() {}
