use pipewright::prelude::*;

#[component]
fn greet(name: OutputPath<Option<String>>) -> Container { //~
    Container::new("busybox:1.36").command(["touch"]).arg(name)
}

fn main() {}
