use pipewright::prelude::*;

#[component]
fn greet(name: String) {
    println!("{name}");
}

fn greet_all(ready: Value<bool>, names: &[&str]) -> Option<()> {
    greet(names.first().copied()?);
    let _ = ready;
    Some(())
}

#[pipeline]
fn greeting(ready: bool) {
    let first = || -> Option<()> {
        if ready {
            greet_all(ready, &[])?; //~
        }
        Some(())
    };
    first();
}

fn main() {}
