//! `x.name`: field of a struct, by its name on the wire.

use crate::json::Json;
use crate::types::Type;
use crate::wire::shorten;
use serde_json::value::RawValue;
use std::collections::HashMap;

/// The field in the one form of its type. An optional field may be missing.
pub(super) fn evaluate(value: &Json, name: &str, ty: &Type) -> Result<Json, String> {
    // Raw, so that no number loses a digit.
    let fields: HashMap<String, &RawValue> = serde_json::from_str(value.as_str())
        .map_err(|_| format!("`{}` is not a struct", shorten(value.as_str())))?;
    match fields.get(name) {
        Some(raw) => Json::parse(raw.get())?.normal(ty),
        None if ty.is_optional() => Ok(Json::null()),
        None => Err(format!(
            "`{}` has no field `{name}`",
            shorten(value.as_str())
        )),
    }
}
