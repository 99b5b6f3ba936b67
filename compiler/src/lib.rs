//! From the graph of a pipeline to the YAML of its target.

pub mod yaml;
