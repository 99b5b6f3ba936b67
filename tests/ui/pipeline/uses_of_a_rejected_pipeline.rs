use pipewright::prelude::*;

#[pipeline]
fn counting(count: &str) { //~
    count.len();
}

fn main() {
    counting::pipeline().record();
}
