//! A pipeline as plain data: what the compiler, the local engine and the clients read.
//!
//! A [`Graph`] holds its steps and values in two flat arenas, whose elements refer to each other by id. It knows nothing of
//! handles, macros or targets, and can be written and read with serde.

mod component;
mod expression;
mod location;
mod step;

pub use component::{Body, Component, ContainerSpec, Input, Output, Piece, Text};
pub use expression::{ExitValue, Expression, Value, ValueId};
pub use location::Location;
pub use step::{
    Argument, Call, Each, Exit, Group, If, Items, Merged, Parallelism, Step, StepId, StepKind, Task,
};

pub use crate::options::{Cache, EnvVar, Options};

use crate::arena::Arena;
use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};

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
    /// Exit handler: steps that run when the pipeline has ended, however it ended.
    pub exit: Option<Exit>,
    /// The pipelines that it calls, and those that these call. Their steps and values are among those of the graph.
    pub pipelines: Arena<Pipeline>,
}

/// A pipeline that is called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pipeline {
    /// Path of the function, such as `calculation::total`; one pipeline, one key.
    pub key: String,
    /// Name of the function.
    pub name: String,
    /// From its doc comment.
    pub description: Option<String>,
    /// Location of the function.
    pub at: Location,
    /// Parameters of a call.
    pub parameters: Vec<Parameter>,
    /// The steps of its own block, in the order of the source.
    pub body: Vec<StepId>,
    /// Outputs, by name.
    pub outputs: Vec<PipelineOutput>,
    /// Exit handler: steps that run when it has ended, however it ended.
    pub exit: Option<Exit>,
}

/// The program that runs the pipeline's components, as the manifest of its crate says in
/// `[package.metadata.pipewright]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Image that holds the program, from the key `image`.
    pub image: Option<String>,
    /// Path of the program in the image, from the key `command`, or `/usr/local/bin/` and the name of the binary.
    pub command: String,
}

/// A parameter of a pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name in the signature.
    pub name: String,
    /// Type of its values.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Value where a run gives none; `None` makes it required.
    pub default: Option<Json>,
    /// From its doc comment.
    pub description: Option<String>,
    /// Location in the signature.
    pub at: Location,
}

/// A value that a pipeline returns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PipelineOutput {
    /// `output` for a single one, else the field's name.
    pub name: String,
    /// The value.
    pub value: ValueId,
    /// From the field's doc comment.
    pub description: Option<String>,
}
