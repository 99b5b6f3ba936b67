//! What users hold in a pipeline: handles of values that are known when it runs.

mod input;
mod options;
mod outputs;
mod value;

pub(crate) use input::literal;
pub use input::{DefaultOf, IntoInput};
pub use options::{OptionText, TaskOptions, hours, minutes, seconds};
pub use outputs::{__Reference, Handles, HandlesOf, Never, Outcome, Returned, returned};
pub(crate) use value::Reference;
pub use value::Value;
