//! Operands that a function is evaluated with.

use crate::json::Json;
use std::borrow::Cow;

/// Operands of a function.
pub(super) struct Operands<'a>(&'a [Cow<'a, Json>]);

impl<'a> Operands<'a> {
    pub(super) fn new(operands: &'a [Cow<'a, Json>]) -> Self {
        Self(operands)
    }

    pub(super) fn get(&self, index: usize) -> Result<&'a Json, String> {
        let given = self.0.get(index).map(AsRef::as_ref);
        given.ok_or_else(|| format!("operand {} is missing", index + 1))
    }

    pub(super) fn text(&self, index: usize) -> Result<String, String> {
        self.get(index)?.to()
    }

    pub(super) fn number<T: serde::de::DeserializeOwned>(&self, index: usize) -> Result<T, String> {
        self.get(index)?.to()
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &'a Json> {
        self.0.iter().map(AsRef::as_ref)
    }
}
