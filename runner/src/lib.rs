//! Runs pipelines of pipewright on one machine, and their components in containers.

mod artifacts;
#[cfg(feature = "engine")]
pub mod engine;
pub mod exec;
pub mod files;
pub mod folder;
#[cfg(unix)]
mod processes;
pub mod streams;
