//! `is_some`: presence of a value.

use super::{Definition, Operands};
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "is_some",
    operands: 1,
    may_fail: false,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of(&!operands.get(0)?.is_null())
}
