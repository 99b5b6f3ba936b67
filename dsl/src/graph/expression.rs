use super::{Location, StepId};
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
    /// An output of a task.
    Output {
        /// The task.
        task: StepId,
        /// Name of the output.
        output: String,
    },
    /// A value of an `if`: that of the branch that runs.
    Merged {
        /// The `if`.
        branch: StepId,
        /// Which of its values.
        index: u32,
    },
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
}

impl Expression {
    /// The values that this one is made of.
    pub fn operands(&self) -> Vec<ValueId> {
        match self {
            Self::Literal(_) | Self::Parameter(_) | Self::Output { .. } | Self::Merged { .. } => {
                vec![]
            }
            Self::Format(pieces) => pieces
                .iter()
                .filter_map(|piece| match piece {
                    FormatPiece::Text(_) => None,
                    FormatPiece::Value(value) => Some(*value),
                })
                .collect(),
            Self::Compare { left, right, .. } | Self::And(left, right) | Self::Or(left, right) => {
                vec![*left, *right]
            }
            Self::Not(value) => vec![*value],
        }
    }
}

/// A part of a formatted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormatPiece {
    /// Text as it is.
    Text(String),
    /// A value as `{}` prints it.
    Value(ValueId),
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
