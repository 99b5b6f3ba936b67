use pipewright::prelude::*;

struct Numbers;

impl Numbers {
    /// Calculates the sum of two numbers.
    #[component]
    pub fn add(a: f64, b: f64) -> f64 { //~
        a + b
    }
}

fn main() {
    let _ = Numbers;
}
