use pipewright::prelude::*;

struct Sale {
    units: u32,
}

#[component]
fn split(sales: Dataset<JsonLines<Sale>>) { //~
    drop(sales);
}

fn main() {}
