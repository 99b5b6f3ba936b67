use pipewright::prelude::*;

#[component]
fn pair() -> (i64, String) {
    (1, "a".into())
}

#[pipeline]
fn counting() -> i64 {
    pair().0 //~
}

fn main() {
    counting::pipeline();
}
