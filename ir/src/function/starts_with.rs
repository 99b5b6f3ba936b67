//! `starts_with`: start of a text with another.

use super::{Definition, Operands};
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "starts_with",
    operands: 2,
    may_fail: false,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of(&operands.text(0)?.starts_with(&operands.text(1)?))
}
