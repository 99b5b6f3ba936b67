//! `len`: number of elements of a list, or of bytes of a text in UTF-8.

use super::{Definition, Operands};
use crate::json::Json;
use crate::wire::shorten;

pub(super) const DEFINITION: Definition = Definition {
    name: "len",
    operands: 1,
    may_fail: false,
    evaluate,
};

fn evaluate(operands: &Operands<'_>) -> Result<Json, String> {
    let value = operands.get(0)?;
    if let Ok(text) = value.to::<String>() {
        return Json::of(&text.len());
    }
    match value.elements() {
        Ok(elements) => Json::of(&elements.len()),
        Err(_) => Err(format!("`{}` has no length", shorten(value.as_str()))),
    }
}
