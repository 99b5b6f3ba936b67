use pipewright::prelude::*;

#[component]
fn greet(name: String) {
    println!("{name}");
}

#[pipeline]
fn greeting(names: Vec<String>) {
    for name in names {
        if cfg!(debug_assertions) {
            return; //~
        }
        greet(name);
    }
}

fn main() {}
