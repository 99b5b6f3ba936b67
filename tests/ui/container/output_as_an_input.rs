use pipewright::prelude::*;

#[component]
fn greet(name: Input<String>, greeting: OutputPath<String>) -> Container {
    Container::new("busybox:1.36").command(["sh"]).arg(name).arg(greeting)
}

#[pipeline]
fn hello() {
    greet("Bob", "hello"); //~
}

fn main() {}
