use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

fn main() {
    let mut sales = Dataset::<Csv<Sale>>::create().unwrap();
    sales.write(&1_u32).unwrap(); //~
}
