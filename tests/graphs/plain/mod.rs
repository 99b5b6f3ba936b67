//! Plain Rust in pipelines: it compiles without warnings and does what it does elsewhere.

mod bodies;
pub(crate) mod control_flow;
mod names;
