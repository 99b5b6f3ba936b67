use crate::types::Type;
use serde::de;
use std::fmt;

/// What comes out of a `Deserialize` as its error.
#[derive(Debug)]
pub(super) enum Answer {
    /// The type was found.
    Type(Type),
    /// Something more of it was found: it is to be asked again.
    Partial,
    /// A field has to have a value.
    Missing(&'static str),
    /// A field has two.
    Twice(&'static str),
    /// `Deserialize` gave up on its own.
    Other,
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a type was asked for")
    }
}

impl std::error::Error for Answer {}

impl de::Error for Answer {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::Other
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Missing(field)
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::Twice(field)
    }
}
