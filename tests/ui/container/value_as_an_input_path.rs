use pipewright::prelude::*;

#[component]
fn length(text: InputPath<String>, length: OutputPath<u64>) -> Container { //~
    Container::new("busybox:1.36").command(["wc", "-c"]).arg(text).arg(length)
}

fn main() {}
