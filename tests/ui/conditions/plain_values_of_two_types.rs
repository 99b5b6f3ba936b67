use pipewright::prelude::*;

#[pipeline]
fn order() {
    let (count, name) = (3, "three");
    let _same = count == name; //~
}

fn main() {}
