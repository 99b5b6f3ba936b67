//! Comparisons of two values.

use super::integer::Integer;
use crate::json::Json;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// Operator that compares two values.
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
    /// All comparisons.
    pub const ALL: [Self; 6] = [
        Self::Equal,
        Self::NotEqual,
        Self::Less,
        Self::LessOrEqual,
        Self::Greater,
        Self::GreaterOrEqual,
    ];

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

    /// What is true where this is false, for values that have an order.
    #[must_use]
    pub const fn negate(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::GreaterOrEqual,
            Self::LessOrEqual => Self::Greater,
            Self::Greater => Self::LessOrEqual,
            Self::GreaterOrEqual => Self::Less,
        }
    }

    /// Result for two values of one type.
    ///
    /// # Errors
    /// Values without an order, of which one is asked for.
    pub fn evaluate(self, left: &Json, right: &Json) -> Result<bool, String> {
        let order = order(left, right);
        if order.is_none() && self.is_order() {
            return Err(format!("`{left}` and `{right}` have no order"));
        }
        Ok(match self {
            Self::Equal => order == Some(Ordering::Equal),
            Self::NotEqual => order != Some(Ordering::Equal),
            Self::Less => order.is_some_and(Ordering::is_lt),
            Self::LessOrEqual => order.is_some_and(Ordering::is_le),
            Self::Greater => order.is_some_and(Ordering::is_gt),
            Self::GreaterOrEqual => order.is_some_and(Ordering::is_ge),
        })
    }
}

/// Order of two values of one type. Values that have none are equal or not.
fn order(left: &Json, right: &Json) -> Option<Ordering> {
    let (a, b) = (left.as_str(), right.as_str());
    // Integers past 2⁵³ are told apart by their digits only.
    if let (Some(a), Some(b)) = (Integer::parse(a), Integer::parse(b)) {
        return Some(a.cmp(&b));
    }
    if let (Ok(a), Ok(b)) = (left.to::<f64>(), right.to::<f64>()) {
        return a.partial_cmp(&b);
    }
    if let (Ok(a), Ok(b)) = (left.to::<String>(), right.to::<String>()) {
        return Some(a.cmp(&b));
    }
    if let (Ok(a), Ok(b)) = (left.to::<bool>(), right.to::<bool>()) {
        return Some(a.cmp(&b));
    }
    let values = (
        left.to::<serde_json::Value>(),
        right.to::<serde_json::Value>(),
    );
    matches!(values, (Ok(a), Ok(b)) if a == b).then_some(Ordering::Equal)
}
