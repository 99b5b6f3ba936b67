//! Functions of values: one file for each, with its name, when it fails, its limits and its only evaluation.
//!
//! A method `x.name(..)` is a row of the table at the end of this file. What has parameters of its own, or is written
//! otherwise than as a method, is a variant of [`Function`].

mod arithmetic;
mod as_f64;
mod as_i64;
mod contains;
mod definition;
mod ends_with;
mod field;
mod import;
mod is_some;
mod len;
mod list;
mod operands;
mod range;
mod starts_with;
mod to_lowercase;
mod to_uppercase;
mod unwrap;

pub use arithmetic::{Arithmetic, Numbers};
pub use range::RANGE_MAX;

use crate::json::Json;
use crate::types::Type;
use definition::Definition;
use operands::Operands;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// Function of values, computed when the pipeline runs. Each means what it means in Rust.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// `a + b`, `-`, `*`, `/` or `%` of two numbers of one type.
    Arithmetic(Arithmetic, Numbers),
    /// Field of a struct, by its name on the wire.
    Field(String),
    /// `start..end`: the integers from the first up to the second, without it.
    Range,
    /// `start..=end`: the integers from the first up to the second, and it.
    RangeInclusive,
    /// `[a, b]`: a list of all operands.
    List,
    /// A value as an optional one. It is written as the value itself.
    Some,
    /// `x.name(..)`.
    Method(Method),
}

impl Function {
    /// Result for operands. `ty` is its type.
    ///
    /// # Errors
    /// Operands for which the function has no value, such as a division by zero, and operands of other types.
    pub fn evaluate(&self, operands: &[Cow<'_, Json>], ty: &Type) -> Result<Json, String> {
        let operands = Operands::new(operands);
        match self {
            Self::Arithmetic(operator, numbers) => numbers.evaluate(*operator, &operands),
            Self::Field(name) => field::evaluate(operands.get(0)?, name, ty),
            Self::Range => range::evaluate(&operands, false),
            Self::RangeInclusive => range::evaluate(&operands, true),
            Self::List => list::evaluate(&operands),
            Self::Some => operands.get(0).cloned(),
            Self::Method(method) => (method.definition().evaluate)(&operands),
        }
    }

    /// Possible failure of the computation for operands of the right types.
    pub fn may_fail(&self) -> bool {
        match self {
            Self::Arithmetic(..) | Self::Range | Self::RangeInclusive => true,
            Self::Field(_) | Self::List | Self::Some => false,
            Self::Method(method) => method.definition().may_fail,
        }
    }
}

macro_rules! methods {
    ($($(#[$doc:meta])* $variant:ident => $module:ident,)*) => {
        /// Method of a value.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Method {
            $($(#[$doc])* $variant,)*
        }

        impl Method {
            /// All methods.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            const fn definition(self) -> &'static Definition {
                match self {
                    $(Self::$variant => &$module::DEFINITION,)*
                }
            }
        }
    };
}

methods! {
    /// Presence of a value: of an optional one.
    IsSome => is_some,
    /// The value of an optional one that is there.
    Unwrap => unwrap,
    /// Number of elements of a list, or of bytes of a text in UTF-8.
    Len => len,
    /// Occurrence of the second text in the first.
    Contains => contains,
    /// Start of the first text with the second.
    StartsWith => starts_with,
    /// End of the first text with the second.
    EndsWith => ends_with,
    /// Text in lower case.
    ToLowercase => to_lowercase,
    /// Text in upper case.
    ToUppercase => to_uppercase,
    /// The nearest number with a fraction to an integer.
    AsF64 => as_f64,
    /// The nearest integer of 64 bits to a number without its fraction.
    AsI64 => as_i64,
    /// Artifact at a URI.
    Import => import,
}

impl Method {
    /// Name in Rust.
    pub const fn name(self) -> &'static str {
        self.definition().name
    }

    /// Number of operands, the value before the dot among them.
    pub const fn operands(self) -> usize {
        self.definition().operands
    }

    /// The method of a name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|method| method.name() == name)
    }
}

#[cfg(test)]
mod tests;
