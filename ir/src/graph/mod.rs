//! A pipeline as plain data: what the compiler, the local engine and the clients read.
//!
//! A [`Graph`] holds its steps and values in two flat arenas, whose elements refer to each other by id. It knows nothing of
//! handles, macros or targets, and can be written and read with serde.

mod component;
mod exit_value;
mod location;
mod parallelism;
mod parameter;
mod steps;

pub use component::{Body, Component, ContainerSpec, Input, Output, Piece, Text};
pub use exit_value::ExitValue;
pub use location::Location;
pub use parallelism::Parallelism;
pub use parameter::Parameter;
pub use steps::{
    Argument, Call, Each, Exit, Expression, Group, If, Items, Merged, OptionValue, Pipeline,
    PipelineOutput, Step, StepId, StepKind, Task, Value, ValueId,
};

pub use crate::options::{Cache, EnvVar, Options, RuntimeOption};

use crate::arena::Arena;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A recorded pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Graph {
    /// Name of the pipeline's function.
    pub name: String,
    /// Description, from the doc comment.
    pub description: Option<String>,
    /// Location of the pipeline's function.
    pub at: Location,
    /// Image and program of the pipeline's crate, from its manifest.
    pub program: Program,
    /// Parameters of a run.
    pub parameters: Vec<Parameter>,
    /// All components that tasks call.
    pub components: Arena<Component>,
    /// All values.
    pub values: Arena<Value>,
    /// All steps.
    pub steps: Arena<Step>,
    /// The steps of the pipeline's own block, in the order of the source.
    pub body: Vec<StepId>,
    /// Outputs, by name.
    pub outputs: Vec<PipelineOutput>,
    /// Values that the author drops on purpose, as in `let _ = check(data);`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dropped: Vec<ValueId>,
    /// Exit handler: steps that run when the pipeline has ended, however it ended.
    pub exit: Option<Exit>,
    /// The pipelines that it calls, and those that these call. Their steps and values are among those of the graph.
    pub pipelines: Arena<Pipeline>,
}

/// The program that runs the pipeline's components, as the manifest of its crate says in
/// `[package.metadata.pipewright]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Image that holds the program, from the key `image`.
    pub image: Option<String>,
    /// Path of the program in the image, from the key `command`, or `/usr/local/bin/` and the name of the binary.
    pub command: String,
    /// Where artifacts are kept, from the table `artifacts`: texts as they are, all else as TOML prints it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub artifacts: BTreeMap<String, String>,
}
