use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(title = "acme.Embeddings", version = "1.0.0")]
struct Embeddings<'a> { //~
    content: JsonLines<Vec<f32>>,
    language: &'a str,
}

fn main() {}
