//! From the graph of a pipeline to the YAML of its target.

pub mod argo;
pub mod check;
pub mod diagram;
pub mod plan;
mod recursion;
mod uses;
pub mod yaml;
