//! What is wrong with a pipeline, and where.

use crate::graph::Location;
use serde::Serialize;
use std::fmt;

/// A mistake in a pipeline, or something worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// Whether nothing can be compiled.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// Where, in the user's code.
    pub at: Option<Location>,
    /// What to do.
    pub help: Option<String>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot be compiled.
    Error,
    /// It can be, but is likely not what was meant.
    Warning,
}

impl Diagnostic {
    /// A mistake at a place.
    pub fn error(at: &Location, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            message: message.into(),
            at: Some(at.clone()),
            help: None,
        }
    }

    /// Something worth a look at a place.
    pub fn warning(at: &Location, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(at, message)
        }
    }

    /// Adds what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Whether it keeps the pipeline from being compiled.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}: {}", self.message)?;
        if let Some(at) = &self.at {
            write!(f, "\n  --> {at}")?;
        }
        if let Some(help) = &self.help {
            write!(f, "\n  = help: {help}")?;
        }
        Ok(())
    }
}
