use pipewright::prelude::*;

#[component]
fn train(data: String) -> String {
    data
}

#[pipeline]
fn training() {
    train("data", epochs = 20); //~
}

fn main() {}
