use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

fn main() {
    let sales: Dataset<Text> = Dataset::from_rows([Sale { units: 1 }]).unwrap(); //~
    drop(sales);
}
