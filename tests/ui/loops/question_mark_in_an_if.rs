use pipewright::prelude::*;

#[component]
fn greet(name: String) {
    println!("{name}");
}

fn greet_first(names: &[&str]) -> Option<()> {
    greet(names.first().copied()?);
    Some(())
}

#[pipeline]
fn greeting(names: Vec<String>, ready: bool) {
    let greet_all = || -> Option<()> {
        for name in names {
            if ready {
                greet_first(&["world"])?; //~
            }
            greet(name);
        }
        Some(())
    };
    greet_all();
}

fn main() {}
