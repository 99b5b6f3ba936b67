use pipewright::prelude::*;

#[component]
fn greet(name: String) {
    println!("{name}");
}

#[pipeline]
fn greeting(names: Vec<String>, ready: bool) {
    for name in names {
        if ready {
            continue; //~
        }
        greet(name);
    }
}

fn main() {}
