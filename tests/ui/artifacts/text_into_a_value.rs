use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

fn main() {
    let sale: Model<Json<Sale>> = Model::from_text("{\"units\": 1}").unwrap(); //~
    drop(sale);
}
