use pipewright::prelude::*;

struct Voice;

impl Voice {
    #[component]
    fn shout(&self, text: String) -> String { //~
        text.to_uppercase()
    }
}

fn main() {
    Voice.shout("hello".into());
}
