use pipewright::prelude::*;

struct Printer;

impl Printer {
    #[pipeline]
    fn printing(&self) {} //~
}

fn main() {
    Printer.printing();
}
