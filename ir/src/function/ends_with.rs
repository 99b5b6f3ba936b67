//! `ends_with`: end of a text with another.

use super::{Definition, Operands};
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "ends_with",
    operands: 2,
    may_fail: false,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of(&operands.text(0)?.ends_with(&operands.text(1)?))
}
