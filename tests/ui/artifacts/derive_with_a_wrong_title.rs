use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(
    title = "Embeddings", //~
    version = "1.0.0",
)]
struct Embeddings {
    content: JsonLines<Vec<f32>>,
}

fn main() {}
