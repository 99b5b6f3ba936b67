//! `to_uppercase`: text in upper case. A target may not know the case of a character: then it fails there.

use super::{Definition, Operands};
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "to_uppercase",
    operands: 1,
    may_fail: true,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of(&operands.text(0)?.to_uppercase())
}
