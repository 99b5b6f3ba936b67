use pipewright::prelude::*;

struct Numbers;

impl Numbers {
    #[pipeline]
    fn adding(a: f64, b: f64) { //~
        let _ = (a, b);
    }
}

fn main() {
    let _ = Numbers;
}
