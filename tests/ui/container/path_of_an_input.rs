use pipewright::prelude::*;

#[component]
fn read(#[path("/tmp/data")] data: InputPath<String>) -> Container { //~
    Container::new("busybox:1.36").command(["cat"]).arg(data)
}

fn main() {}
