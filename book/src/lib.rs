//! The guide's pages as data, and what runs their Rust examples as doctests.
//!
//! `cargo test -p pipewright-book` tests all that can be wrong with a page: its examples, its links, the output of
//! programs and the messages that it quotes.

pub mod page;

macro_rules! examples {
    ($($name:ident: $file:literal),* $(,)?) => {$(
        #[cfg(doctest)]
        #[doc = include_str!(concat!("../pages/", $file))]
        mod $name {}
    )*};
}

examples! {
    introduction: "introduction.md",
    first_pipeline: "first-pipeline.md",
    components: "components.md",
    values: "values.md",
    artifacts: "artifacts.md",
    control_flow: "control-flow.md",
    pipelines: "pipelines.md",
    failures: "failures.md",
    people: "people.md",
    caches: "caches.md",
    ready_images: "ready-images.md",
    training: "training.md",
    tests: "tests.md",
    this_machine: "this-machine.md",
    image: "image.md",
    argo: "argo.md",
    body: "body.md",
    coming_from: "coming-from.md",
    errors: "errors.md",
}
