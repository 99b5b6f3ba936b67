//! Pictures of pipelines as text: Mermaid and Graphviz.

mod dot;
mod mermaid;
mod picture;
mod title;

pub use dot::dot;
pub use mermaid::mermaid;
