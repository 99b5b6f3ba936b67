//! `as_f64`: an integer as a number with a fraction, the nearest one.

use super::{Definition, Operands};
use crate::json::Json;
use crate::types::Type;

pub(super) const DEFINITION: Definition = Definition {
    name: "as_f64",
    operands: 1,
    may_fail: true,
    evaluate,
};

#[expect(clippy::cast_precision_loss, reason = "as `as` does")]
fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of_type(&(operands.number::<i128>(0)? as f64), &Type::Number)
}
