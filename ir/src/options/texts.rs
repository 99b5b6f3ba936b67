//! Forms of options that are one text or one number.

use super::literal::refuse;
use super::{Invalid, Kind, Literal, OptionText, Syntax};
use crate::kube::{ImageRef, Memory, Quantity, Seconds};
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

    pub(super) fn given(text: impl OptionText) -> Result<Self, Invalid> {
        let text = text.text();
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

    pub(super) fn given(text: impl OptionText) -> Result<Self, Invalid> {
        let text = text.text();
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

    pub(super) fn given(time: Duration) -> Result<Self, Invalid> {
        Self::try_from(time).map_err(|expected| Invalid::new(format!("{time:?}"), expected))
    }
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
