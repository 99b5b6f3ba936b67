use serde::{de, ser};
use std::fmt;

/// Reason for which a row is none, or cannot be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Wrong {
    /// The column, if it is one.
    column: Option<String>,
    message: String,
}

impl Wrong {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            column: None,
            message: message.into(),
        }
    }

    /// The same, of a column.
    pub(super) fn at(self, column: &str) -> Self {
        Self {
            column: self.column.or_else(|| Some(column.into())),
            message: self.message,
        }
    }
}

/// What stands behind the place of a row.
impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.column {
            Some(column) => write!(f, ", column `{column}`: {}", self.message),
            None => write!(f, ": {}", self.message),
        }
    }
}

impl std::error::Error for Wrong {}

impl de::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}

impl ser::Error for Wrong {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(message.to_string())
    }
}
