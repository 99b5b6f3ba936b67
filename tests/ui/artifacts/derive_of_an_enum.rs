use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(title = "acme.Embeddings", version = "1.0.0")]
enum Embeddings { //~
    Content(JsonLines<Vec<f32>>),
}

fn main() {}
