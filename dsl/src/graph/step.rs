use super::{Location, Options, ValueId};
use serde::{Deserialize, Serialize};

/// Number of a step in its graph, in the order of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StepId(pub u32);

/// Something that a pipeline does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What it does.
    pub kind: StepKind,
    /// Steps that end before it starts, beside those whose values it uses.
    pub after: Vec<StepId>,
    /// Where it stands.
    pub at: Location,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepKind {
    /// Calls a component.
    Task(Task),
    /// Runs one of two blocks.
    If(If),
}

/// A call of a component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Index of the component.
    pub component: u32,
    /// What it is given, in the order of the component's inputs; inputs that are left out have their defaults.
    pub arguments: Vec<Argument>,
    /// What differs from the component's options.
    pub options: Options,
}

/// A value for an input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Argument {
    /// Name of the input.
    pub input: String,
    /// The value.
    pub value: ValueId,
}

/// An `if` whose condition is known when the pipeline runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct If {
    /// What decides.
    pub condition: ValueId,
    /// What runs when it holds.
    pub then: Vec<StepId>,
    /// What runs when it does not.
    pub otherwise: Vec<StepId>,
    /// The values that the `if` produces.
    pub values: Vec<Merged>,
}

/// A value of an `if`: one of its branches gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merged {
    /// The value when the condition holds.
    pub then: ValueId,
    /// The value when it does not.
    pub otherwise: ValueId,
}
