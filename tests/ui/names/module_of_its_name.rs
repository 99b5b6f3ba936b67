//! A component comes with a type of its name, which a module of the name is in the way of.

mod load {
    use pipewright::prelude::*;

    #[component]
    pub fn load(day: String) -> u32 {
        day.len() as u32
    }
}

use load::load; //~

use pipewright::prelude::*;

#[pipeline]
fn loading(day: String) -> u32 {
    load(day)
}

fn main() {}
