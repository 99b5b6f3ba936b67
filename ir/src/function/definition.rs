//! Definitions of methods.

use super::operands::Operands;
use crate::json::Json;

/// Definition of a method.
pub(super) struct Definition {
    /// Name in Rust, and in the arguments of containers.
    pub(super) name: &'static str,
    /// Number of operands, the value before the dot among them.
    pub(super) operands: usize,
    /// Possible failure of the computation for operands of the right types.
    pub(super) may_fail: bool,
    /// Result for operands of the right types.
    pub(super) evaluate: fn(&Operands<'_>) -> Result<Json, String>,
}
