use crate::types::Type;
use serde::de::{self, DeserializeSeed, Deserializer};
use std::fmt;

/// Error of a `Deserialize`, which carries the answer out.
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

/// The type of what a seed makes; `None` if it is to be asked again.
pub(super) fn ask<'de, S, D>(seed: S, deserializer: D) -> Option<Type>
where
    S: DeserializeSeed<'de>,
    D: Deserializer<'de, Error = Answer>,
{
    match seed.deserialize(deserializer) {
        Err(Answer::Type(ty)) => Some(ty),
        Err(Answer::Partial) => None,
        // The type was content without reading anything, or gave up on its own.
        Ok(_) | Err(_) => Some(Type::Json),
    }
}

/// An answer as the error of a visitor.
pub(super) fn answer<T>(ty: Option<Type>) -> Result<T, Answer> {
    Err(ty.map_or(Answer::Partial, Answer::Type))
}
