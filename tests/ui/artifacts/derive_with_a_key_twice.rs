use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(
    title = "acme.Embeddings",
    version = "1.0.0",
    version = "1.0.1", //~
)]
struct Embeddings {
    content: JsonLines<Vec<f32>>,
}

fn main() {}
