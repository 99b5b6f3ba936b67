use pipewright::prelude::*;

#[component]
fn greet(name: Input<String>) -> Container {
    let word = if name == "Bob" { "hi" } else { "hello" }; //~
    Container::new("busybox:1.36").command(["echo", word])
}

fn main() {}
