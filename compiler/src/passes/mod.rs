//! Passes: changes of a plan that a target asks for, where an engine cannot run a plan as it is.

mod isolate;
mod operands;
mod rename;
mod split;

pub use isolate::{isolate, isolate_retries};
pub use operands::{Rules, compute, groups};
pub use rename::rename;
pub use split::split;
