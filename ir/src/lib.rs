//! Pipelines as plain data: what the compiler, the local engine and the program inside a container share.
//!
//! Nothing here knows handles, macros, targets or processes. Users meet parts of it through the facade `pipewright`.

pub mod arena;
pub mod artifact;
pub mod diagnostic;
pub mod expression;
mod fnv;
pub mod formula;
pub mod function;
pub mod graph;
pub mod json;
pub mod kube;
pub mod options;
pub mod path;
pub mod shown;
pub mod types;
pub mod wire;
