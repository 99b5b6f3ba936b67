//! `[a, b]`: a list of all operands.

use super::Operands;
use crate::json::Json;

pub(super) fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    let elements: Vec<&str> = operands.all().map(Json::as_str).collect();
    Json::parse(&format!("[{}]", elements.join(",")))
}
