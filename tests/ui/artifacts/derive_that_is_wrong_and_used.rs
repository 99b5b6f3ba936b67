use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(
    title = "acme.Embeddings",
    version = "one", //~
)]
struct Embeddings {
    content: JsonLines<Vec<f32>>,
}

#[component]
fn embed(words: Embeddings) -> Embeddings {
    words
}

#[pipeline]
fn embedding(words: Embeddings) -> Embeddings {
    embed(words)
}

fn main() {}
