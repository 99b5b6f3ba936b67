use pipewright::prelude::*;

#[component]
fn sleep(#[default("long")] seconds: Input<u32>) -> Container { //~
    Container::new("busybox:1.36").command(["sleep"]).arg(seconds)
}

fn main() {}
