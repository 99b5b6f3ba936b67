//! Expressions: what values are made of, and what comes of them.
//!
//! An [`Operator`] knows nothing of where its operands come from: those of a graph are values, those of a plan are
//! inputs and outputs of tasks, those of a container's arguments are names.

mod comparison;
mod integer;
mod layout;

pub use comparison::Comparison;
pub use layout::{Align, Layout};

use crate::function::Function;
use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// An operator with its operands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Operator<T> {
    /// `format!(..)`: text made of pieces.
    Format(Vec<FormatPiece<T>>),
    /// Comparison of two values of one type.
    Compare {
        /// The operator.
        comparison: Comparison,
        /// The left side.
        left: T,
        /// The right side.
        right: T,
    },
    /// `a && b`. The right side is evaluated only where the left one holds.
    And(T, T),
    /// `a || b`. The right side is evaluated only where the left one does not hold.
    Or(T, T),
    /// `!a`
    Not(T),
    /// `if condition { then } else { otherwise }`, of two values of one type. Only one of them is evaluated.
    Choose {
        /// Choice of the first value.
        condition: T,
        /// The first value.
        then: T,
        /// The second value.
        otherwise: T,
    },
    /// Result of a function.
    Apply {
        /// The function.
        function: Function,
        /// Its operands.
        arguments: Vec<T>,
    },
}

/// Part of a formatted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormatPiece<T> {
    /// Text as it is.
    Text(String),
    /// A value as `{}` prints it: a string as it is, numbers and booleans as their JSON.
    Value {
        /// The value.
        value: T,
        /// Its layout.
        layout: Layout,
    },
}

impl<T> Operator<T> {
    /// The same operator with other operands.
    pub fn map<U>(&self, mut operand: impl FnMut(&T) -> U) -> Operator<U> {
        match self {
            Self::Format(pieces) => {
                let piece = |piece: &FormatPiece<T>| match piece {
                    FormatPiece::Text(text) => FormatPiece::Text(text.clone()),
                    FormatPiece::Value { value, layout } => FormatPiece::Value {
                        value: operand(value),
                        layout: layout.clone(),
                    },
                };
                Operator::Format(pieces.iter().map(piece).collect())
            }
            Self::Compare {
                comparison,
                left,
                right,
            } => Operator::Compare {
                comparison: *comparison,
                left: operand(left),
                right: operand(right),
            },
            Self::And(left, right) => Operator::And(operand(left), operand(right)),
            Self::Or(left, right) => Operator::Or(operand(left), operand(right)),
            Self::Not(value) => Operator::Not(operand(value)),
            Self::Choose {
                condition,
                then,
                otherwise,
            } => Operator::Choose {
                condition: operand(condition),
                then: operand(then),
                otherwise: operand(otherwise),
            },
            Self::Apply {
                function,
                arguments,
            } => Operator::Apply {
                function: function.clone(),
                arguments: arguments.iter().map(operand).collect(),
            },
        }
    }

    /// All operands, in the order in which they are written.
    pub fn operands(&self) -> impl Iterator<Item = &T> {
        let mut operands = vec![];
        match self {
            Self::Format(pieces) => {
                operands.extend(pieces.iter().filter_map(|piece| match piece {
                    FormatPiece::Text(_) => None,
                    FormatPiece::Value { value, .. } => Some(value),
                }))
            }
            Self::Compare { left, right, .. } | Self::And(left, right) | Self::Or(left, right) => {
                operands.extend([left, right]);
            }
            Self::Not(value) => operands.push(value),
            Self::Choose {
                condition,
                then,
                otherwise,
            } => operands.extend([condition, then, otherwise]),
            Self::Apply { arguments, .. } => operands.extend(arguments),
        }
        operands.into_iter()
    }

    /// All operands, to be changed.
    pub fn operands_mut(&mut self) -> impl Iterator<Item = &mut T> {
        let mut operands = vec![];
        match self {
            Self::Format(pieces) => {
                operands.extend(pieces.iter_mut().filter_map(|piece| match piece {
                    FormatPiece::Text(_) => None,
                    FormatPiece::Value { value, .. } => Some(value),
                }));
            }
            Self::Compare { left, right, .. } | Self::And(left, right) | Self::Or(left, right) => {
                operands.extend([left, right]);
            }
            Self::Not(value) => operands.push(value),
            Self::Choose {
                condition,
                then,
                otherwise,
            } => operands.extend([condition, then, otherwise]),
            Self::Apply { arguments, .. } => operands.extend(arguments),
        }
        operands.into_iter()
    }

    /// Result, where `operand` evaluates an operand. `ty` is the type of the result. This is the only evaluation: the local
    /// engine and the program inside a container both call it.
    ///
    /// # Errors
    /// Functions that have no value, and operands that cannot be evaluated.
    pub fn evaluate<'a>(
        &'a self,
        ty: &Type,
        mut operand: impl FnMut(&'a T) -> Result<Cow<'a, Json>, String>,
    ) -> Result<Cow<'a, Json>, String> {
        let mut holds = |value: &'a T| operand(value).and_then(|json| boolean(&json));
        match self {
            Self::And(left, right) => Json::of(&(holds(left)? && holds(right)?)).map(Cow::Owned),
            Self::Or(left, right) => Json::of(&(holds(left)? || holds(right)?)).map(Cow::Owned),
            Self::Not(value) => Json::of(&!holds(value)?).map(Cow::Owned),
            Self::Choose {
                condition,
                then,
                otherwise,
            } => {
                let chosen = if holds(condition)? { then } else { otherwise };
                operand(chosen)
            }
            Self::Compare {
                comparison,
                left,
                right,
            } => {
                let (left, right) = (operand(left)?, operand(right)?);
                Json::of(&comparison.evaluate(&left, &right)?).map(Cow::Owned)
            }
            Self::Format(pieces) => {
                let mut text = String::new();
                for piece in pieces {
                    match piece {
                        FormatPiece::Text(piece) => text.push_str(piece),
                        FormatPiece::Value { value, layout } => {
                            text.push_str(&printed(&*operand(value)?, layout)?);
                        }
                    }
                }
                Json::of(&text).map(Cow::Owned)
            }
            Self::Apply {
                function,
                arguments,
            } => {
                let arguments = arguments.iter().map(operand);
                let arguments = arguments.collect::<Result<Vec<_>, _>>()?;
                function.evaluate(&arguments, ty).map(Cow::Owned)
            }
        }
    }
}

/// A value as `{}` prints it.
fn printed(json: &Json, layout: &Layout) -> Result<String, String> {
    if let Ok(text) = json.to::<String>() {
        return Ok(layout.set(&text, false));
    }
    let is_number = json
        .as_str()
        .starts_with(|c: char| c == '-' || c.is_ascii_digit());
    if is_number && json.as_str().contains(['.', 'e', 'E']) {
        let json = json.clone().normal(&Type::Number)?;
        return Ok(layout.set(json.as_str(), true));
    }
    Ok(layout.set(json.as_str(), is_number))
}

/// A value that is true or false.
///
/// # Errors
/// Any other value.
pub fn boolean(json: &Json) -> Result<bool, String> {
    match json.as_str() {
        "true" => Ok(true),
        "false" => Ok(false),
        other => Err(format!("`{other}` is neither true nor false")),
    }
}

#[cfg(test)]
mod tests;
