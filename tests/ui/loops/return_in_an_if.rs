use pipewright::prelude::*;

#[component]
fn greet(name: String) {
    println!("{name}");
}

#[pipeline]
fn greeting(names: Vec<String>, ready: bool) {
    for name in names {
        if ready {
            return; //~
        }
        greet(name);
    }
}

fn main() {}
