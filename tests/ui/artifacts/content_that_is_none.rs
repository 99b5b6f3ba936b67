use pipewright::prelude::*;

#[component]
fn split(sales: Dataset<Vec<u32>>) { //~
    drop(sales);
}

fn main() {}
