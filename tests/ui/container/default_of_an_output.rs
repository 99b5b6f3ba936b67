use pipewright::prelude::*;

#[component]
fn greet(#[default("hello")] text: OutputPath<String>) -> Container { //~
    Container::new("busybox:1.36").command(["touch"]).arg(text)
}

fn main() {}
