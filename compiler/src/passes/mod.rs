//! Passes: changes of a plan that a target asks for, where an engine cannot run a plan as it is.

mod isolate;
mod operands;
mod rename;
mod split;

pub(crate) use isolate::{isolate, isolate_retries};
pub(crate) use operands::{Rules, compute, groups};
pub(crate) use rename::rename;
pub(crate) use split::split;
