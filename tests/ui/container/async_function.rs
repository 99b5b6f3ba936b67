use pipewright::prelude::*;

#[component]
async fn greet() -> Container { //~
    Container::new("busybox:1.36").command(["echo", "hello"])
}

fn main() {}
