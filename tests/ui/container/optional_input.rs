use pipewright::prelude::*;

#[component]
fn greet(name: Input<Option<String>>) -> Container { //~
    Container::new("busybox:1.36").command(["echo"]).arg(name)
}

fn main() {}
