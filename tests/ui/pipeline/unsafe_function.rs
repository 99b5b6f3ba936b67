use pipewright::prelude::*;

#[pipeline]
unsafe fn printing() {} //~

fn main() {}
