//! Machine-learning and data pipelines as Rust crates.
//!
//! [`component`] turns a function into a typed operation with named outputs, [`pipeline`] turns a function over
//! operations into a graph, and [`main`] makes the crate's program a compiler to workflow YAML, a local engine, and the
//! program that runs inside each container.
//!
//! ```
//! use pipewright::prelude::*;
//!
//! /// Calculates the sum of two numbers.
//! #[component]
//! fn add(a: f64, b: f64) -> f64 {
//!     a + b
//! }
//!
//! /// Adds three numbers.
//! #[pipeline]
//! fn sum(a: f64, #[default(1.0)] b: f64) -> f64 {
//!     let first = add(a, b);
//!     if first > 10.0 { first } else { add(first, 10.0) }
//! }
//!
//! assert_eq!(add::call(1.0, 2.0), 3.0);
//! let (graph, diagnostics) = sum::pipeline().record();
//! assert_eq!((graph.steps.len(), diagnostics.len()), (3, 0));
//! ```

mod cli;
mod compile;
pub mod prelude;
mod program;

pub use pipewright_dsl::container::{Container, Input, OutputPath};
pub use pipewright_dsl::handle::{
    CacheOption, ExitHandles, ExitStatus, GroupOptions, Handles, IntoInput, Items, OptionText,
    Produced, Returned, TaskFailure, TaskOptions, Value, Whole, approve, ask, group, hours,
    minutes, on_exit, range, seconds,
};
pub use pipewright_dsl::payload::Payload;
pub use pipewright_dsl::pipeline::PipelineDescriptor;
pub use pipewright_ir::diagnostic::{Diagnostic, Severity};
pub use pipewright_ir::graph;
pub use pipewright_macros::{Fields, Outputs, component, pipeline};

/// The command line of a pipeline's crate: what its `main` calls.
///
/// ```no_run
/// use std::process::ExitCode;
///
/// fn main() -> ExitCode {
///     pipewright::main()
/// }
/// ```
///
/// Without arguments it prints the YAML of all pipelines that no other one calls; `--help` tells the rest. In a container the same command line
/// runs the components.
pub fn main() -> std::process::ExitCode {
    cli::main()
}

// Hidden from the documentation only: rustc names what is hidden from it too by its whole path.
#[cfg_attr(doc, doc(hidden))]
#[allow(missing_docs, reason = "for generated code only")]
pub mod __private {
    pub use crate::compile::assert_compiles;
    pub use pipewright_dsl::__private::*;
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
