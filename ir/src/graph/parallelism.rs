//! Parallelism of a loop.

use serde::{Deserialize, Serialize};

/// Items of a loop that run at the same time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Parallelism {
    /// All at the same time.
    #[default]
    Unlimited,
    /// At most so many at the same time; the others run when one fails, too.
    Limited(u32),
    /// One after the other, until one fails.
    FailFast,
}

impl Parallelism {
    /// Number of items that run at the same time; `None` is no limit.
    pub fn limit(self) -> Option<u32> {
        match self {
            Self::Unlimited => None,
            Self::Limited(limit) => Some(limit),
            Self::FailFast => Some(1),
        }
    }
}
