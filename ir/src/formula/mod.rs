//! Formulas: expressions over named values, as the arguments of a container hold them.
//!
//! A formula is written as Rust would write it, so that a person can read it. Arithmetic stands in the name of its type,
//! since a name does not tell how far its numbers go:
//!
//! ```
//! use pipewright_ir::{formula::Formula, json::Json};
//! use std::borrow::Cow;
//!
//! let formula: Formula = r#"format("line {}: {} bytes", part.line, part.text.len())"#.parse()?;
//! let part = Json::parse(r#"{"line": 7, "text": "abc"}"#)?;
//! let value = formula.evaluate(&|_: &str| Ok(Cow::Borrowed(&part)))?;
//! assert_eq!(value.as_str(), r#""line 7: 3 bytes""#);
//!
//! let next: Formula = "i32(part.line + 1)".parse()?;
//! assert_eq!(next.to_string(), "i32(part.line + 1)");
//! # Ok::<(), String>(())
//! ```
//!
//! | written | meaning |
//! |---|---|
//! | `name` | a value |
//! | `"text"`, `5`, `-0.5`, `true`, `null`, `json([1, 2])` | a literal: JSON |
//! | `x.field`, `x.field?`, `x["odd field"]` | a field of a struct; with `?` one that may be missing |
//! | `x.len()`, `a.contains(b)`, … | a [method](crate::function::Method) |
//! | `format("a {} {:>5}", x, y)` | text, as Rust's `format!` makes it |
//! | `i32(a + b)`, `f64(a / b)` | arithmetic on numbers of a type |
//! | `a == b`, `a < b`, `a && b`, `!a` | comparisons and logic |
//! | `if a { b } else { c }`, `[a, b]`, `a..b` | a choice, a list, a range |

mod lex;
mod parse;
mod print;

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

    /// Visits the formulas that this one is made of, itself first.
    pub fn visit<'a>(&'a self, visitor: &mut impl FnMut(&'a Self)) {
        visitor(self);
        if let Self::Operator { operator, .. } = self {
            for operand in operator.operands() {
                operand.visit(visitor);
            }
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

/// Words that are not names of values.
const RESERVED: [&str; 7] = ["if", "else", "true", "false", "null", "format", "json"];

/// Names that a formula can have for values: ASCII letters, digits and `_`, no digit first, and no word of its own.
pub fn is_name(text: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(is_word)
        && !RESERVED.contains(&text)
        && crate::function::Numbers::named(text).is_none()
}

#[cfg(test)]
mod tests;
