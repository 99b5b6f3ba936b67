//! Inputs of DAGs and templates.

use pipewright_ir::types::Type;
use serde::Serialize;

/// An input of a DAG, or of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Port {
    /// Unique in its DAG or template.
    pub name: String,
    /// What it may hold.
    #[serde(rename = "type")]
    pub ty: Type,
}
