//! Rows of the files.

use serde::{Deserialize, Serialize};

/// What a user thinks of a film.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Rating {
    pub(crate) user: usize,
    pub(crate) film: usize,
    /// From 1 to 5.
    pub(crate) stars: f64,
}

/// A film that a user does not know yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Recommendation {
    pub(crate) user: usize,
    /// 1 for the best one.
    pub(crate) place: usize,
    pub(crate) film: usize,
    /// What the model expects.
    pub(crate) stars: f64,
}
