use pipewright::prelude::*;

#[component]
fn download(#[path] downloaded: OutputPath<String>) -> Container { //~
    Container::new("busybox:1.36").command(["download"])
}

fn main() {}
