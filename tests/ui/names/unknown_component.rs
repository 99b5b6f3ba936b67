use pipewright::prelude::*;

#[component]
fn train(data: String, #[default(10)] epochs: u32) -> f64 {
    data.len() as f64 * f64::from(epochs)
}

#[pipeline]
fn run() {
    trian(data = "a"); //~
}

fn main() {}
