use super::{Function, Layout, Location, StepId};
use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};

/// Number of a value in its graph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ValueId(pub u32);

/// A value that is known when the pipeline runs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// Where it comes from.
    pub expression: Expression,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Where it was made.
    pub at: Location,
}

/// Where a value comes from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Expression {
    /// Written in the source.
    Literal(Json),
    /// A parameter of the pipeline, by index.
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
        /// Which of its values.
        index: u32,
    },
    /// What a loop is at: an element of one of its lists, or its number.
    Item {
        /// The loop.
        each: StepId,
        /// Which of its items.
        index: u32,
    },
    /// How the block that an exit handler belongs to has ended.
    Exit(ExitValue),
    /// Text made of pieces.
    Format(Vec<FormatPiece>),
    /// A comparison of two values of one type.
    Compare {
        /// How they are compared.
        comparison: Comparison,
        /// The left side.
        left: ValueId,
        /// The right side.
        right: ValueId,
    },
    /// Both are true.
    And(ValueId, ValueId),
    /// At least one is true.
    Or(ValueId, ValueId),
    /// It is false.
    Not(ValueId),
    /// One of two values of one type.
    Choose {
        /// Whether it is the first.
        condition: ValueId,
        /// The first.
        then: ValueId,
        /// The second.
        otherwise: ValueId,
    },
    /// What a function makes of values.
    Apply {
        /// The function.
        function: Function,
        /// What it is given.
        arguments: Vec<ValueId>,
    },
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
            Self::Format(pieces) => pieces
                .iter()
                .filter_map(|piece| match piece {
                    FormatPiece::Text(_) => None,
                    FormatPiece::Value { value, .. } => Some(*value),
                })
                .collect(),
            Self::Compare { left, right, .. } | Self::And(left, right) | Self::Or(left, right) => {
                vec![*left, *right]
            }
            Self::Not(value) => vec![*value],
            Self::Choose {
                condition,
                then,
                otherwise,
            } => vec![*condition, *then, *otherwise],
            Self::Apply { arguments, .. } => arguments.clone(),
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

/// What an exit handler is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExitValue {
    /// Whether all went well: `Succeeded` or `Failed`.
    Status,
    /// The tasks that failed, with their messages.
    Failures,
}

/// A part of a formatted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormatPiece {
    /// Text as it is.
    Text(String),
    /// A value as `{}` prints it.
    Value {
        /// The value.
        value: ValueId,
        /// How it is set.
        layout: Layout,
    },
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Comparison {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
}

impl Comparison {
    /// The operator as it is written.
    pub const fn operator(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }

    /// Whether it asks for an order rather than for equality.
    pub const fn is_order(self) -> bool {
        !matches!(self, Self::Equal | Self::NotEqual)
    }
}
