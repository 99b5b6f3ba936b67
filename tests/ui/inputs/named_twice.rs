use pipewright::prelude::*;

#[component]
fn train(data: String, #[default(10)] epochs: u32) -> String {
    data.repeat(epochs as usize)
}

#[pipeline]
fn training() {
    train("data", epochs = 10, epochs = 20); //~
}

fn main() {}
