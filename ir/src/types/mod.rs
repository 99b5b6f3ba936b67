//! What a value may hold, as the targets see it.

mod admit;
mod probe;
mod ty;

pub use ty::{Field, Fields, Type};
