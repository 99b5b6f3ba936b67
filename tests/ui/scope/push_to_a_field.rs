use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[derive(Default)]
struct Plan {
    names: Vec<&'static str>,
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut plan = Plan::default();
    if flag {
        plan.names.push("b"); //~
    }
    say(plan.names.join(","))
}

fn main() {}
