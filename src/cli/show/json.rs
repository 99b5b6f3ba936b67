//! JSON within what is shown.

use pipewright_ir::json::Json;
use serde::{Serialize, Serializer, ser};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

/// Values as they are in JSON, not as texts.
pub(super) fn values<S: Serializer>(
    values: &BTreeMap<String, Json>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let raw = values.iter().map(|(key, json)| {
        let raw = RawValue::from_string(json.as_str().to_owned());
        Ok((key, raw.map_err(ser::Error::custom)?))
    });
    let raw = raw.collect::<Result<BTreeMap<_, _>, S::Error>>()?;
    raw.serialize(serializer)
}

/// A value for people: a text without quotes.
pub(super) fn plain(json: &Json) -> String {
    json.to().unwrap_or_else(|_| json.to_string())
}
