//! Types of values, as the targets see them.

mod admit;
mod artifact;
mod differences;
mod probe;
mod ty;

pub use artifact::announce;
pub use ty::{ArtifactType, Content, Field, Fields, Schema, Type};
