use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting(large: bool) {
    count().memory(large); //~
}

fn main() {}
