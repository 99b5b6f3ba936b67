use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

fn main() {
    let sales: Dataset<Folder> = Dataset::from_file("sales.csv").unwrap(); //~
    drop(sales);
}
