use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

fn main() {
    let sale: Model<Csv<Sale>> = Model::from_value(&Sale { units: 1 }).unwrap(); //~
    drop(sale);
}
