use pipewright::prelude::*;

#[pipeline(targets = [
    "argo",
    "airflow", //~
])]
fn counting() {}

fn main() {}
