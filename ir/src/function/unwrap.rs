//! `unwrap`: the value of an optional one. Only what is guarded by `is_some` asks for it, so that it does not fail.

use super::{Definition, Operands};
use crate::json::Json;

pub(super) const DEFINITION: Definition = Definition {
    name: "unwrap",
    operands: 1,
    may_fail: false,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    match operands.get(0)? {
        value if value.is_null() => Err("there is no value".into()),
        value => Ok(value.clone()),
    }
}
