use pipewright::prelude::*;

#[component]
fn best(list: Vec<f64>) -> Option<f64> {
    list.into_iter().reduce(f64::max)
}

#[component]
fn show(number: f64) {
    println!("{number}");
}

#[pipeline]
fn showing(list: Vec<f64>) {
    show(best(list).unwrap()); //~
}

fn main() {}
