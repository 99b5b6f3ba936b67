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

#[pipeline]
fn total(numbers: Vec<i64>) -> u64 {
    add_up(numbers.map(|_| sales())) //~
}

fn main() {}
