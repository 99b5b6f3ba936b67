use pipewright::prelude::*;

trait Numbers {
    #[component(cpu = 1)]
    fn add(a: f64, b: f64) -> f64; //~
}

fn main() {}
