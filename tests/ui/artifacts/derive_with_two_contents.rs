use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(title = "acme.Embeddings", version = "1.0.0")]
struct Embeddings {
    #[content]
    vectors: JsonLines<Vec<f32>>,
    #[content]
    words: JsonLines<String>, //~
}

fn main() {}
