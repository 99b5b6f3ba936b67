//! `+`, `-`, `*`, `/` and `%` of two numbers of one type.

use super::Operands;
use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};

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
    /// All operators.
    pub const ALL: [Self; 5] = [
        Self::Add,
        Self::Subtract,
        Self::Multiply,
        Self::Divide,
        Self::Remainder,
    ];

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

/// Rust's types of whole numbers, with the least and the greatest that a target counts to.
const INTEGERS: [(&str, i64, i64); 8] = [
    ("i8", i8::MIN as i64, i8::MAX as i64),
    ("i16", i16::MIN as i64, i16::MAX as i64),
    ("i32", i32::MIN as i64, i32::MAX as i64),
    ("i64", i64::MIN, i64::MAX),
    ("u8", 0, u8::MAX as i64),
    ("u16", 0, u16::MAX as i64),
    ("u32", 0, u32::MAX as i64),
    ("u64", 0, i64::MAX),
];

impl Numbers {
    /// Name of the type in Rust. That of a type with greater numbers is that of the 64 bits that a target counts with.
    pub fn name(self) -> &'static str {
        match self {
            Self::Floats => "f64",
            Self::Integers { min, max } => {
                let mut all = INTEGERS.iter();
                let named = all.find(|(_, least, most)| (*least, *most) == (min, max));
                named.map_or("i64", |(name, ..)| name)
            }
        }
    }

    /// The numbers of a type of Rust.
    pub fn named(name: &str) -> Option<Self> {
        if name == "f64" {
            return Some(Self::Floats);
        }
        let (_, min, max) = INTEGERS.into_iter().find(|(known, ..)| *known == name)?;
        Some(Self::Integers { min, max })
    }

    pub(super) fn evaluate(
        self,
        operator: Arithmetic,
        operands: &Operands<'_>,
    ) -> Result<Json, String> {
        match self {
            Self::Integers { min, max } => {
                integers(operator, operands.number(0)?, operands.number(1)?, min, max)
            }
            Self::Floats => floats(operator, operands.number(0)?, operands.number(1)?),
        }
    }
}

fn integers(
    operator: Arithmetic,
    left: i128,
    right: i128,
    min: i64,
    max: i64,
) -> Result<Json, String> {
    let written = || format!("{left} {} {right}", operator.operator());
    let is_division = matches!(operator, Arithmetic::Divide | Arithmetic::Remainder);
    if is_division && right == 0 {
        return Err(format!("division by zero: {}", written()));
    }
    let result = match operator {
        Arithmetic::Add => left.checked_add(right),
        Arithmetic::Subtract => left.checked_sub(right),
        Arithmetic::Multiply => left.checked_mul(right),
        Arithmetic::Divide => left.checked_div(right),
        // `MIN % -1` overflows in Rust, as the quotient does.
        Arithmetic::Remainder if left == i128::from(min) && right == -1 => None,
        Arithmetic::Remainder => left.checked_rem(right),
    };
    let is_held = |result: &i128| (i128::from(min)..=i128::from(max)).contains(result);
    match result.filter(is_held) {
        Some(result) => Json::of(&result),
        None => Err(format!("integer overflow: {}", written())),
    }
}

fn floats(operator: Arithmetic, left: f64, right: f64) -> Result<Json, String> {
    let result = match operator {
        Arithmetic::Add => left + right,
        Arithmetic::Subtract => left - right,
        Arithmetic::Multiply => left * right,
        Arithmetic::Divide => left / right,
        Arithmetic::Remainder => left % right,
    };
    Json::of_type(&result, &Type::Number).map_err(|_| {
        let operator = operator.operator();
        format!("{left} {operator} {right} is not a finite number")
    })
}
