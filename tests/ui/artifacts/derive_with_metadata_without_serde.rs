use pipewright::prelude::*;

struct Shape;

#[derive(Artifact)]
#[artifact(title = "acme.Embeddings", version = "1.0.0")]
struct Embeddings {
    content: JsonLines<Vec<f32>>,
    shape: Shape, //~
}

fn main() {}
