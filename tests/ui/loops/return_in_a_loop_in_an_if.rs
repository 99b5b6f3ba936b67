use pipewright::prelude::*;

#[component]
fn greet(name: String) {
    println!("{name}");
}

#[pipeline]
fn greeting(names: Vec<String>, ready: bool) {
    if ready {
        for name in names {
            greet(name);
            return; //~
        }
    }
}

fn main() {}
