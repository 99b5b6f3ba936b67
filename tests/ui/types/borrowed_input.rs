use pipewright::prelude::*;

#[derive(serde::Serialize, serde::Deserialize)]
struct Name<'a>(&'a str);

#[component]
fn shout(name: Name<'static>) -> String { //~
    name.0.to_uppercase()
}

fn main() {}
