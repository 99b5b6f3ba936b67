use pipewright::prelude::*;

trait Sum {
    fn sum(&self) -> f64;
}

struct Numbers(f64, f64);

impl Numbers {
    fn twice(&self) -> f64 {
        self.sum() * 2.0
    }
}

impl Sum for Numbers {
    #[component]
    fn sum(&self) -> f64 { //~
        self.0 + self.1
    }
}

fn main() {
    Numbers(1.0, 2.0).twice();
}
