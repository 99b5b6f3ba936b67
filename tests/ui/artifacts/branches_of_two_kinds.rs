use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Sale {
    units: u32,
}

#[derive(Serialize, Deserialize)]
struct Customer {
    name: String,
}

#[component]
fn sales() -> Dataset<Csv<Sale>> {
    unimplemented!()
}

#[component]
fn name() -> String {
    String::new()
}

#[component]
fn count(customers: Dataset<Csv<Customer>>) -> u64 {
    drop(customers);
    0
}

#[component]
fn add_up(sales: Dataset<Csv<Sale>>) -> u64 {
    drop(sales);
    0
}

#[component]
fn greet(name: String) -> String {
    name
}

#[component]
fn perhaps() -> Option<Dataset<Csv<Sale>>> {
    None
}

#[component]
fn all(sales: Vec<Dataset<Csv<Sale>>>) -> u64 {
    sales.len() as u64
}

#[component]
fn model() -> Model<Csv<Sale>> {
    unimplemented!()
}

#[pipeline]
fn total(large: bool) -> u64 {
    let chosen = if large { sales() } else { model() }; //~
    add_up(chosen)
}

fn main() {}
