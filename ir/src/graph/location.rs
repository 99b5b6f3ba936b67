use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fmt;

/// A place in the user's source code.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Location {
    /// Path of the file as rustc was given it.
    pub file: Cow<'static, str>,
    /// Line, counted from 1.
    pub line: u32,
    /// Column in characters, counted from 1.
    pub column: u32,
}

impl Location {
    /// A place in a file.
    pub const fn new(file: &'static str, line: u32, column: u32) -> Self {
        Self {
            file: Cow::Borrowed(file),
            line,
            column,
        }
    }

    /// The place of the call of the function that calls this one.
    #[track_caller]
    pub fn caller() -> Self {
        let at = std::panic::Location::caller();
        Self::new(at.file(), at.line(), at.column())
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}
