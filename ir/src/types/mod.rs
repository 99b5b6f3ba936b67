//! Types of values, as the targets see them.

mod admit;
mod artifact;
mod differences;
mod probe;
mod ty;

pub use artifact::{ArtifactType, Content, Schema, announce};
pub use ty::{Field, Fields, Type};
