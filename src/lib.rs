//! Machine-learning and data pipelines as Rust crates.
//!
//! A pipeline is a program. [`component`] turns a function into a typed operation with named outputs, [`pipeline`] turns
//! a function over operations into a graph, and [`main`] makes the crate's program a compiler to workflow YAML, a local
//! engine, and the program that runs inside each container.
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
//!
//! The guide in the folder `book` goes through all of it, page by page.
//!
//! # Components
//!
//! [`component`] is for functions of any inputs and outputs that serde writes and reads. Several outputs are a struct with
//! [`derive(Outputs)`](Outputs), options are those of the attribute, or methods of what a call gives: [`TaskOptions`]. A
//! function that returns a [`Container`] describes a ready image, with [`Input`]s, [`InputPath`]s and [`OutputPath`]s.
//!
//! # Artifacts
//!
//! What is too large for a value is an [`artifact`]: a file or folder with a kind and a content, such as
//! [`Dataset<Csv<Sale>>`](artifact::Dataset). It stands wherever a value stands, and is read and written row by row. A kind of
//! one's own is a struct with [`derive(Artifact)`](Artifact).
//!
//! # Pipelines
//!
//! The function of a [`pipeline`] is run once to record the graph. Its parameters and the outputs of tasks are [`Value`]s,
//! which are known when the pipeline runs; what works on them stands at [`pipeline`](macro@pipeline#what-works-on-a-value).
//!
//! | for | items |
//! | --- | --- |
//! | loops | `for`, [`Items`], [`range`] |
//! | fields of structs | [`derive(Fields)`](Fields) |
//! | parts with an order, tries and an end of their own | [`group`] |
//! | what runs at the end | [`on_exit`], [`ExitStatus`], [`TaskFailure`] |
//! | people | [`approve`], [`ask`] |
//! | time limits and ages | [`seconds`], [`minutes`], [`hours`] |
//!
//! # Running
//!
//! ```sh
//! cargo run                            # print the workflow for Argo
//! cargo run -- run -p a=1              # run the pipeline on this machine
//! cargo run -- --help                  # what else there is
//! ```
//!
//! On a cluster the program is in an image, whose name and path stand in the crate's manifest:
//!
//! ```toml
//! [package.metadata.pipewright]
//! image = "registry.example.com/team/app:1.2"
//! command = "/usr/local/bin/app"       # this is the default
//! ```
//!
//! # Testing
//!
//! `add::call(1.0, 2.0)` runs a component's function. Each pipeline brings a test of its own that it can be compiled.
//! [`compile`](compile()) and [`run`](run()) do from code what the command line does.
//! `sum::pipeline()` is its [`PipelineDescriptor`], whose graph is [data](graph).
//!
//! # Features
//!
//! | feature | gives | on by default |
//! | --- | --- | --- |
//! | `argo` | Argo Workflows as a target | yes |
//! | `csv` | artifacts of the content [`Csv`](artifact::Csv) | yes |
//! | `cli` | the command line: `compile`, `check`, `list`, `describe`, `graph` | yes |
//! | `run` | [`run`](run()): pipelines on this machine | yes |
//! | `csv` | [`artifact::Csv`]: rows as CSV | yes |
//! | `parquet` | `artifact::Parquet`: rows as Parquet | no |
//! | `parquet` | artifacts of the content `Parquet` | no |
//! | `tokio` | components that are `async` functions | no |
//!
//! A container's program needs none of them but for what its artifacts hold.

#[cfg(feature = "cli")]
mod cli;
mod compile;
pub mod prelude;
mod program;
#[cfg(feature = "run")]
pub mod run;

pub use compile::{Compiled, Invalid, compile};
pub use pipewright_compiler::target;
#[cfg(feature = "run")]
pub use run::run;

pub use pipewright_dsl::artifact;
pub use pipewright_dsl::container::{Container, Input, InputPath, OutputPath};
pub use pipewright_dsl::handle::{
    BlockValue, CacheOption, DisplayName, ExitHandles, ExitStatus, GroupOptions, Handles,
    ImageOption, IntoInput, Items, OptionText, QuantityOption, RangeInteger, RetryCount, Returned,
    StepOptions, TaskFailure, TaskOptions, TimeCount, TimeoutOption, Value, ValueTime, approve,
    ask, group, hours, import, minutes, on_exit, range, seconds,
};
pub use pipewright_dsl::payload::Payload;
pub use pipewright_dsl::pipeline::PipelineDescriptor;
pub use pipewright_ir::diagnostic::{Diagnostic, Severity};
/// Recorded pipelines as data: graphs, and the expressions that their values are.
pub mod graph {
    pub use pipewright_ir::arena::{Arena, Id};
    pub use pipewright_ir::expression::{Align, Comparison, FormatPiece, Layout, Operator};
    pub use pipewright_ir::function::{Arithmetic, Function, Method, Numbers};
    pub use pipewright_ir::graph::*;
}
pub use pipewright_macros::{Artifact, Fields, Outputs, component, pipeline};

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
/// Without arguments it prints the YAML of all pipelines that no other one calls; `--help` tells the rest. In a container
/// the same command line runs the components.
pub fn main() -> std::process::ExitCode {
    program::main()
}

// Hidden from the documentation only: rustc names what is hidden from it too by its whole path.
#[cfg_attr(doc, doc(hidden))]
#[allow(missing_docs, reason = "for generated code only")]
pub mod __private {
    pub use crate::compile::assert_compiles;
    pub use pipewright_dsl::__private::*;
    pub use pipewright_macros::sources;
}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
