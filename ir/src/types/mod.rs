//! Types of values, as the targets see them.

mod admit;
mod probe;
mod ty;

pub use ty::{Field, Fields, Type};
