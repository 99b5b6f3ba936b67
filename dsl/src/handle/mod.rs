//! What users hold in a pipeline: handles of values that are known when it runs.

mod input;
mod options;
mod outputs;
mod value;

pub use input::{DefaultOf, IntoInput};
pub(crate) use input::literal;
pub use options::{TaskOptions, hours, minutes, seconds};
pub use outputs::{__Reference, Handles, Returned};
pub(crate) use value::Reference;
pub use value::Value;
