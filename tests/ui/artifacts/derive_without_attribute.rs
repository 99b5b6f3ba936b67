use pipewright::prelude::*;

#[derive(Artifact)]
struct Embeddings { //~
    content: JsonLines<Vec<f32>>,
}

fn main() {}
