//! Formulas: expressions over named values, as the arguments of a container hold them.

use crate::expression::{Operator, boolean};
use crate::json::Json;
use crate::types::Type;
use std::borrow::Cow;

/// An expression over named values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A value that is written out.
    Literal(Json),
    /// The value of a name.
    Name(String),
    /// Result of an operator.
    Operator {
        /// The operator.
        operator: Box<Operator<Formula>>,
        /// Type of the result, where it matters to the evaluation.
        ty: Type,
    },
}

impl Formula {
    /// An operator whose result may be of any type.
    pub fn operator(operator: Operator<Self>) -> Self {
        Self::Operator {
            operator: Box::new(operator),
            ty: Type::Json,
        }
    }

    /// Value of the formula, where `value` gives that of a name.
    ///
    /// # Errors
    /// Names without a value, and functions that have no value.
    pub fn evaluate<'v>(
        &'v self,
        value: &impl Fn(&str) -> Result<Cow<'v, Json>, String>,
    ) -> Result<Cow<'v, Json>, String> {
        match self {
            Self::Literal(json) => Ok(Cow::Borrowed(json)),
            Self::Name(name) => value(name),
            Self::Operator { operator, ty } => {
                operator.evaluate(ty, |operand| operand.evaluate(value))
            }
        }
    }

    /// Truth of a condition.
    ///
    /// # Errors
    /// As those of [`Formula::evaluate`], and a value that is neither true nor false.
    pub fn holds<'v>(
        &'v self,
        value: &impl Fn(&str) -> Result<Cow<'v, Json>, String>,
    ) -> Result<bool, String> {
        boolean(self.evaluate(value)?.as_ref())
    }
}
