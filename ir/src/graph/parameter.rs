//! Parameters of a pipeline.

use super::Location;
use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};

/// A parameter of a pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name in the signature.
    pub name: String,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
    /// What it is when a run does not give it; `None` makes it required.
    pub default: Option<Json>,
    /// From its doc comment.
    pub description: Option<String>,
    /// Where it stands in the signature.
    pub at: Location,
}
