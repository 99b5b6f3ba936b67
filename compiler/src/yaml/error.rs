//! Why a document cannot be printed.

use super::node::Failed;
use super::number::NotFinite;
use std::fmt;

/// Why a document cannot be printed, and where in it.
#[derive(Debug)]
pub struct Error {
    path: String,
    reason: Reason,
}

#[derive(Debug)]
pub(super) enum Reason {
    Serialize(Failed),
    Tagged(String),
    Key,
    NotFinite(NotFinite),
    TooDeep,
}

impl Error {
    pub(super) fn serialize(source: Failed) -> Self {
        Reason::Serialize(source).into()
    }

    /// The place of the error in the document, such as `spec.templates[3].name`; empty if it is unknown.
    pub fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn under_key(mut self, key: &str) -> Self {
        let point = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path.insert_str(0, point);
        self.path.insert_str(0, key);
        self
    }

    pub(super) fn under_index(mut self, index: usize) -> Self {
        let point = if self.path.is_empty() || self.path.starts_with('[') {
            ""
        } else {
            "."
        };
        self.path.insert_str(0, &format!("[{index}]{point}"));
        self
    }
}

impl From<NotFinite> for Error {
    fn from(number: NotFinite) -> Self {
        Reason::NotFinite(number).into()
    }
}

impl From<Reason> for Error {
    fn from(reason: Reason) -> Self {
        Error {
            path: String::new(),
            reason,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(formatter, "`{}`: ", self.path)?;
        }
        match &self.reason {
            Reason::Serialize(source) => write!(formatter, "cannot be serialized: {source}"),
            Reason::Tagged(tag) => {
                write!(
                    formatter,
                    "the tagged value `{tag}` has no form in JSON, expected a map, a list or a scalar"
                )
            }
            Reason::Key => {
                formatter.write_str("a key is no text, expected texts as keys, as in JSON")
            }
            Reason::NotFinite(NotFinite(number)) => {
                write!(
                    formatter,
                    "the number `{number}` has no form in JSON, expected a finite one"
                )
            }
            Reason::TooDeep => formatter
                .write_str("the collections are nested too deeply, expected 100 levels at most"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            Reason::Serialize(source) => Some(source),
            _ => None,
        }
    }
}
