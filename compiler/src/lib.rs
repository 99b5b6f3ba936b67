//! From the graph of a pipeline to the YAML of its target.

pub mod check;
pub mod plan;
mod recursion;
mod uses;
pub mod yaml;
