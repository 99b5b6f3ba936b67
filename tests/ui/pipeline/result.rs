use pipewright::prelude::*;

#[component]
fn count() -> i64 {
    3
}

#[pipeline]
fn counting() -> Result<i64, String> { //~
    Ok(count())
}

fn main() {}
