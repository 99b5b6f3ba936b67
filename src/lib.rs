//! Pipelines as Rust crates.
