//! Pictures of pipelines as text: Mermaid and Graphviz.

mod dot;
mod mermaid;
mod title;

pub use dot::dot;
pub use mermaid::mermaid;

/// An identifier that is no word of either language.
fn id(name: &str) -> String {
    format!("t_{}", name.replace('-', "_"))
}
