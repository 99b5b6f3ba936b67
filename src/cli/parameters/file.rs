//! Parameters in a file.

use crate::cli::exit::Exit;
use crate::cli::output::fail;
use pipewright_ir::json::Json;
use serde_yaml::{Mapping, Value};
use std::path::Path;

/// A name, and the JSON of its value or the text that is none.
type Given = (String, Result<Json, String>);

/// The parameters of a YAML file, in its order.
pub(super) fn read(path: &Path) -> Result<Vec<Given>, Exit> {
    let shown = path.display();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return fail(&format!("cannot read {shown}: {error}"), Exit::Usage),
    };
    let values: Option<Mapping> = match serde_yaml::from_str(&text) {
        Ok(values) => values,
        Err(error) => {
            return fail(
                &format!("{shown} does not hold parameters as `name: value`: {error}"),
                Exit::Usage,
            );
        }
    };
    let named = |(name, value)| match name {
        Value::String(name) => (name, json(&value)),
        name => (word(&name), json(&value)),
    };
    Ok(values.unwrap_or_default().into_iter().map(named).collect())
}

fn json(value: &Value) -> Result<Json, String> {
    if is_finite(value) {
        Json::of(value).map_err(|_| word(value))
    } else {
        Err(word(value))
    }
}

/// Whether JSON has all the numbers of a value.
fn is_finite(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_f64().is_none_or(f64::is_finite),
        Value::Sequence(items) => items.iter().all(is_finite),
        Value::Mapping(entries) => entries.values().all(is_finite),
        Value::Tagged(tagged) => is_finite(&tagged.value),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}

/// The text of a value in YAML.
fn word(value: &Value) -> String {
    let text = serde_yaml::to_string(value).unwrap_or_default();
    text.trim_end().to_owned()
}
