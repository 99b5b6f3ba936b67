use pipewright::prelude::*;

#[pipeline]
async fn nothing() {} //~

fn main() {}
