//! Runs pipelines of pipewright on one machine, and their components in containers.

pub mod engine;
pub mod exec;
