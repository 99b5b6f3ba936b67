//! A pipeline as nested DAGs: what every target and the local engine start from.
//!
//! In the graph a value can be used anywhere below its block. In a plan each DAG is closed: its expressions name only
//! its own inputs and the outputs of its own tasks; values from outside are threaded in as inputs, values of blocks come
//! out as outputs. Names are made unique, components and the options of their calls are put together as templates. It
//! knows nothing of any target.

mod expression;
mod lower;
mod names;

pub use expression::{Expression, FormatPiece};
pub use lower::lower;

use pipewright_dsl::graph::{Component, Location, Options, Parameter, Program};
use pipewright_dsl::types::Type;
use serde::Serialize;

/// A pipeline that is ready for a target.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Plan {
    /// Name of the pipeline in kebab case.
    pub name: String,
    /// What the pipeline does.
    pub description: Option<String>,
    /// Where the components of the pipeline's crate run.
    pub program: Program,
    /// What a run is given: the inputs of the first DAG.
    pub parameters: Vec<Parameter>,
    /// What tasks run, each with another component or other options.
    pub templates: Vec<Template>,
    /// The first is the pipeline's own block.
    pub dags: Vec<Dag>,
    /// Where the pipeline's function stands.
    pub at: Location,
}

/// A component and how it runs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Template {
    /// Unique among templates and DAGs; a DNS label.
    pub name: String,
    /// The component.
    pub component: Component,
    /// The options of the component and of the calls that share this template.
    pub options: Options,
}

/// A block: tasks with their order, closed by inputs and outputs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dag {
    /// Unique among templates and DAGs; a DNS label.
    pub name: String,
    /// Values from outside.
    pub inputs: Vec<Port>,
    /// What runs.
    pub tasks: Vec<Task>,
    /// Values for outside.
    pub outputs: Vec<Output>,
    /// Where the block stands.
    pub at: Location,
}

/// An input of a DAG.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Port {
    /// Unique in its DAG.
    pub name: String,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
}

/// An output of a DAG.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Output {
    /// Unique in its DAG.
    pub name: String,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
    /// What it is for.
    pub description: Option<String>,
    /// Where it comes from.
    pub value: Source,
}

/// Where an output of a DAG comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// One expression.
    Expression(Expression),
    /// The value of an `if`: that of the branch that runs. Exactly one of the conditions holds.
    Branches(Vec<Branch>),
}

/// A branch that may give a value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Branch {
    /// When it runs.
    pub condition: Expression,
    /// The task that runs then, by index; none if the block is empty.
    pub task: Option<usize>,
    /// The value it gives.
    pub value: Expression,
}

/// A call of a template or of a DAG.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Task {
    /// Unique in the pipeline; a DNS label.
    pub name: String,
    /// What it runs.
    pub run: Run,
    /// What it is given; inputs that are left out have their defaults.
    pub arguments: Vec<Argument>,
    /// It is skipped unless this holds.
    pub condition: Option<Expression>,
    /// Tasks of the same DAG that end before it starts, by index in ascending order; those whose values it uses are
    /// among them.
    pub after: Vec<usize>,
    /// Where it stands.
    pub at: Location,
}

/// What a task runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Run {
    /// A template, by index.
    Template(usize),
    /// A DAG, by index.
    Dag(usize),
}

/// A value for an input.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Argument {
    /// Name of the input.
    pub input: String,
    /// The value.
    pub value: Expression,
}

impl Plan {
    /// The pipeline's own block.
    pub fn root(&self) -> &Dag {
        &self.dags[0]
    }
}
