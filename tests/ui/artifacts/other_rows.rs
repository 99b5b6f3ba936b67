use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

fn main() {
    let sales: Dataset<Csv<Sale>> = Dataset::from_rows([1_u32]).unwrap(); //~
    drop(sales);
}
