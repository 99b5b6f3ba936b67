//! `as_i64`: a number without its fraction, the nearest integer of 64 bits.

use super::{Definition, Operands};
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "as_i64",
    operands: 1,
    may_fail: false,
    evaluate,
};

#[expect(clippy::cast_possible_truncation, reason = "as `as` does")]
fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of(&(operands.number::<f64>(0)? as i64))
}
