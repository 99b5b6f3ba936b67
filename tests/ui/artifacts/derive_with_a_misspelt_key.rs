use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(
    titel = "acme.Embeddings", //~
    title = "acme.Embeddings",
    version = "1.0.0",
)]
struct Embeddings {
    content: JsonLines<Vec<f32>>,
}

fn main() {}
