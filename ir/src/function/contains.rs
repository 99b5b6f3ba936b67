//! `contains`: occurrence of a text in another.

use super::{Definition, Operands};
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "contains",
    operands: 2,
    may_fail: false,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    Json::of(&operands.text(0)?.contains(&operands.text(1)?))
}
