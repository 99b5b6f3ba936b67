use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(
    title = "acme.Embeddings",
    version = 1, //~
)]
struct Embeddings {
    content: JsonLines<Vec<f32>>,
}

fn main() {}
