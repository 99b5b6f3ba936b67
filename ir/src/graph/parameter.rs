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
    /// Its type.
    #[serde(rename = "type")]
    pub ty: Type,
    /// Value where a run gives none; `None` makes it required.
    pub default: Option<Json>,
    /// From its doc comment.
    pub description: Option<String>,
    /// Location in the signature.
    pub at: Location,
}
