use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

fn main() {
    let sales = Dataset::<Csv<Sale>>::create().unwrap();
    sales.write(&Sale { units: 1 }).unwrap(); //~
}
