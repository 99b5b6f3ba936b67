//! Artifacts as they travel between tasks: references to files and folders, which lie where the target keeps them.

mod places;
mod reference;

pub use places::{Place, map, places};
pub use reference::{Located, Reference};

/// Folder of the artifacts that a task has made, below that of its outputs. No output has this name: those are names of Rust.
pub const MADE: &str = ".artifacts";

/// Key of the component that does nothing: what runs it hands an artifact on.
pub const COPY: &str = "pipewright::copy";
