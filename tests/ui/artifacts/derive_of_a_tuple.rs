use pipewright::prelude::*;

#[derive(Artifact)]
#[artifact(title = "acme.Embeddings", version = "1.0.0")]
struct Embeddings(JsonLines<Vec<f32>>); //~

fn main() {}
