//! From the graph of a pipeline to the YAML of its target.

#[cfg(feature = "argo")]
pub mod argo;
pub mod check;
#[cfg(feature = "argo")]
mod code;
pub mod diagram;
pub mod passes;
pub mod plan;
mod recursion;
pub mod target;
mod uses;
pub mod yaml;
