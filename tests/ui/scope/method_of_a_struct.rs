use pipewright::prelude::*;

#[component]
fn say(text: String) -> String {
    text
}

#[derive(Clone, Default)]
struct Names(Vec<&'static str>);

impl Names {
    fn add(&mut self, name: &'static str) {
        self.0.push(name);
    }
}

#[pipeline]
fn run(flag: bool) -> String {
    let mut names = Names::default();
    if flag {
        names.add("b"); //~
    }
    say(names.0.join(","))
}

fn main() {}
