//! Forms of options that are one text or one number.

use super::literal::refuse;
use super::{
    Given, Grammar, ImageOption, Invalid, Kind, Literal, QuantityOption, Syntax, TimeoutOption,
};
use crate::json::Json;
use crate::kube::{self, ImageRef, Memory, Quantity, Seconds};
use std::time::Duration;

impl ImageRef {
    pub(super) const SYNTAX: Syntax = Syntax::TEXT;

    #[track_caller]
    pub(super) const fn literal(literal: Literal) -> Self {
        match literal {
            Literal::Text(text) => Self::new(text),
            _ => refuse(&Self::SYNTAX),
        }
    }

    pub(super) const GRAMMAR: Grammar = Grammar {
        pattern: kube::IMAGE_REFERENCE_PATTERN,
        expected: kube::IMAGE_REFERENCE_EXPECTED,
    };

    pub(super) fn given(reference: impl ImageOption) -> Result<Given<Self>, Invalid> {
        reference.__given().read(Self::checked)
    }

    pub(super) fn known(value: &Json) -> Result<Self, Invalid> {
        Self::checked(text_of(value))
    }

    fn checked(text: String) -> Result<Self, Invalid> {
        Self::parse(&text[..]).map_err(|expected| Invalid::new(text, expected))
    }
}

impl Quantity {
    pub(super) const SYNTAX: Syntax = Syntax {
        kinds: &[Kind::Text, Kind::Digits],
        ..Syntax::TEXT
    };

    #[track_caller]
    pub(super) const fn literal(literal: Literal) -> Self {
        match literal {
            Literal::Text(text) => Self::new(text),
            _ => refuse(&Self::SYNTAX),
        }
    }

    pub(super) const GRAMMAR: Grammar = Grammar {
        pattern: kube::QUANTITY_PATTERN,
        expected: kube::POSITIVE_QUANTITY_EXPECTED,
    };

    pub(super) fn given(quantity: impl QuantityOption) -> Result<Given<Self>, Invalid> {
        quantity.__given().read(Self::checked)
    }

    pub(super) fn known(value: &Json) -> Result<Self, Invalid> {
        Self::checked(text_of(value))
    }

    fn checked(text: String) -> Result<Self, Invalid> {
        Self::parse(&text[..]).map_err(|expected| Invalid::new(text, expected))
    }
}

impl Memory {
    pub(super) const SYNTAX: Syntax = Quantity::SYNTAX;

    #[track_caller]
    pub(super) const fn literal(literal: Literal) -> Self {
        match literal {
            Literal::Text(text) => Self::new(text),
            _ => refuse(&Self::SYNTAX),
        }
    }

    pub(super) const GRAMMAR: Grammar = Grammar {
        pattern: kube::MEMORY_PATTERN,
        expected: kube::MEMORY_EXPECTED,
    };

    pub(super) fn given(quantity: impl QuantityOption) -> Result<Given<Self>, Invalid> {
        quantity.__given().read(Self::checked)
    }

    pub(super) fn known(value: &Json) -> Result<Self, Invalid> {
        Self::checked(text_of(value))
    }

    fn checked(text: String) -> Result<Self, Invalid> {
        Self::parse(&text[..]).map_err(|expected| Invalid::new(text, expected))
    }
}

impl Seconds {
    pub(super) const SYNTAX: Syntax = Syntax::TEXT;

    #[track_caller]
    pub(super) const fn literal(literal: Literal) -> Self {
        match literal {
            Literal::Text(text) => Self::new(text),
            _ => refuse(&Self::SYNTAX),
        }
    }

    pub(super) const GRAMMAR: Grammar = Grammar {
        pattern: kube::SECONDS_PATTERN,
        expected: kube::SECONDS_EXPECTED,
    };

    pub(super) fn given(limit: impl TimeoutOption) -> Result<Given<Self>, Invalid> {
        limit.__given().read(Self::checked)
    }

    pub(super) fn checked(time: Duration) -> Result<Self, Invalid> {
        Self::try_from(time).map_err(|expected| Invalid::new(format!("{time:?}"), expected))
    }

    pub(super) fn known(value: &Json) -> Result<Self, Invalid> {
        let seconds = u64::try_from(value.to::<i64>().unwrap_or(0)).unwrap_or(0);
        Self::try_from(seconds).map_err(|expected| Invalid::new(format!("{value} s"), expected))
    }
}

/// A text, or the digits of a number.
fn text_of(value: &Json) -> String {
    value.to().unwrap_or_else(|_| value.to_string())
}

/// A number of times.
#[derive(Debug, Clone, Copy)]
pub struct Count;

impl Count {
    pub(super) const SYNTAX: Syntax = Syntax {
        kinds: &[Kind::Count],
        name: "a whole number from 0 to 2147483647",
        other: None,
    };

    #[track_caller]
    pub(super) const fn literal(literal: Literal) -> u32 {
        match literal {
            Literal::Integer(count @ 0..=0x7fff_ffff) => count as u32,
            _ => refuse(&Self::SYNTAX),
        }
    }
}
