use super::{Location, StepId};
use crate::arena::Id;
use crate::expression::Operator;
use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};

/// Id of a value in its graph.
pub type ValueId = Id<Value>;

/// A value that is known when the pipeline runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// Origin of the value.
    pub expression: Expression,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Location where it was made.
    pub at: Location,
}

/// Origin of a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// Written in the source.
    Literal(Json),
    /// A parameter of the pipeline, by its index in the signature.
    Parameter(u32),
    /// An output of a task or of a called pipeline.
    Output {
        /// The task or call.
        step: StepId,
        /// Name of the output.
        output: String,
    },
    /// A value that a step with blocks produces: of an `if` that of the block that runs, of a loop the list of what its
    /// items give, of a group the value itself.
    Result {
        /// The step.
        step: StepId,
        /// Index among its values.
        index: u32,
    },
    /// Item of a loop: an element of one of its lists, or its number.
    Item {
        /// The loop.
        each: StepId,
        /// Index among its items.
        index: u32,
    },
    /// End of the block that an exit handler belongs to.
    Exit(ExitValue),
    /// Made of other values.
    Operator(Operator<ValueId>),
}

impl Expression {
    /// The values that this one is made of, without those of steps.
    pub fn operands(&self) -> Vec<ValueId> {
        match self {
            Self::Literal(_)
            | Self::Parameter(_)
            | Self::Output { .. }
            | Self::Result { .. }
            | Self::Item { .. }
            | Self::Exit(_) => vec![],
            Self::Operator(operator) => operator.operands().copied().collect(),
        }
    }

    /// The step that gives the value.
    pub fn step(&self) -> Option<StepId> {
        match self {
            Self::Output { step, .. } | Self::Result { step, .. } => Some(*step),
            _ => None,
        }
    }
}

/// Facts about the end of a block, for its exit handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExitValue {
    /// Status: `Succeeded` or `Failed`.
    Status,
    /// The tasks that failed, with their messages.
    Failures,
}

impl ExitValue {
    /// Its type.
    pub fn ty(self) -> Type {
        match self {
            Self::Status => Type::Enum(vec!["Succeeded".into(), "Failed".into()]),
            Self::Failures => {
                let failure = [("task", Type::String), ("message", Type::String)];
                Type::List(Box::new(Type::struct_of(failure)))
            }
        }
    }
}
