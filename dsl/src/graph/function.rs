use crate::types::Type;
use serde::{Deserialize, Serialize};

/// What is made of values when the pipeline runs. Each means what it means in Rust.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Function {
    /// `+`, `-`, `*`, `/` or `%` of two numbers of one type.
    Arithmetic(Arithmetic, Numbers),
    /// Whether there is something: of an optional value.
    IsSome,
    /// What there is: of an optional value that is not nothing.
    Unwrap,
    /// A value as an optional one.
    Some,
    /// A field of a struct, by its name on the wire.
    Field(String),
    /// How many elements a list has, or how many bytes of UTF-8 a text.
    Length,
    /// Whether the first text contains the second.
    Contains,
    /// Whether the first text starts with the second.
    StartsWith,
    /// Whether the first text ends with the second.
    EndsWith,
    /// A text in lower case.
    ToLowercase,
    /// A text in upper case.
    ToUppercase,
    /// The integers from the first up to the second, without it.
    Range,
    /// A list of what it is given.
    List,
}

/// An operator of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arithmetic {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `%`
    Remainder,
}

impl Arithmetic {
    /// The operator as it is written.
    pub const fn operator(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "-",
            Self::Multiply => "*",
            Self::Divide => "/",
            Self::Remainder => "%",
        }
    }
}

/// What numbers an operator works on. A result that is no such number fails what needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Numbers {
    /// Whole numbers in a range.
    Integers {
        /// The least.
        min: i64,
        /// The greatest. Types with greater ones end here: no target counts further.
        max: i64,
    },
    /// Numbers with a fraction, of 64 bits.
    Floats,
}

/// How a value is set in a formatted text: the part of `{..}` behind the colon.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Layout {
    /// At least as many characters.
    pub width: usize,
    /// What fills the rest.
    pub fill: Option<char>,
    /// Where the value stands; by default numbers stand right and all else left.
    pub align: Option<Align>,
    /// Zeros between the sign and the digits fill the rest.
    pub zeros: bool,
    /// A number that is not negative has a sign too.
    pub plus: bool,
    /// At most as many characters of a text.
    pub precision: Option<usize>,
}

impl Layout {
    /// Without what Rust passes over for values of a type.
    #[must_use]
    pub(crate) fn of(self, ty: &Type) -> Self {
        match ty {
            Type::Integer | Type::Number if self.zeros => Self {
                fill: None,
                align: None,
                precision: None,
                ..self
            },
            Type::Integer | Type::Number => Self {
                precision: None,
                ..self
            },
            _ => Self {
                zeros: false,
                plus: false,
                ..self
            },
        }
    }
}

/// Where a value stands in its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// `<`
    Left,
    /// `^`
    Center,
    /// `>`
    Right,
}
