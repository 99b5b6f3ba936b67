//! Values that an exit handler is told.

use crate::types::Type;
use serde::{Deserialize, Serialize};

/// Facts about the end of a block, for its exit handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExitValue {
    /// Status: `Succeeded` or `Failed`.
    Status,
    /// The tasks that failed, with their messages.
    Failures,
}

impl ExitValue {
    /// Its type.
    pub fn ty(self) -> Type {
        match self {
            Self::Status => Type::Enum(vec!["Succeeded".into(), "Failed".into()]),
            Self::Failures => {
                let failure = [("task", Type::String), ("message", Type::String)];
                Type::List(Box::new(Type::struct_of(failure)))
            }
        }
    }
}
