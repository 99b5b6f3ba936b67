//! Parameters in a file: YAML, or JSON, which YAML is almost a superset of.

use crate::cli::exit::Exit;
use crate::cli::output::fail;
use pipewright_ir::json::Json;
use pipewright_runner::files;
use serde::Deserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_yaml::{Mapping, Value};
use std::fmt;
use std::path::Path;

/// A name, and the JSON of its value or the text that is none.
type Given = (String, Result<Json, String>);

/// Size of the largest file, in bytes.
const BYTES_MAX: u64 = 16 << 20;

/// Brackets that may be open at once in YAML. A value of so many is refused later; the parser takes the square of the time for
/// more.
const OPEN_MAX: usize = 2000;

/// The parameters of a file, in its order.
pub(super) fn read(path: &Path) -> Result<Vec<Given>, Exit> {
    let shown = path.display();
    let text = match files::read_up_to(path, BYTES_MAX) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()),
        Err(error) => Err(error.to_string()),
    };
    let text = match &text {
        // Some editors mark the encoding.
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(reason) => return fail(&format!("cannot read {shown}: {reason}"), Exit::Usage),
    };
    // JSON has surrogate pairs and control characters that YAML has not.
    json_file(text).or_else(|_| yaml(text)).or_else(|reason| {
        let message = format!("{shown} does not hold parameters as `name: value`: {reason}");
        fail(&message, Exit::Usage)
    })
}

/// The parameters of a JSON object.
fn json_file(text: &str) -> serde_json::Result<Vec<Given>> {
    struct Entries;

    impl<'de> Visitor<'de> for Entries {
        type Value = Vec<Given>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut given: Vec<Given> = vec![];
            while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
                if given.iter().any(|(known, _)| *known == name) {
                    return Err(A::Error::custom(format!(
                        "duplicate entry with key {name:?}"
                    )));
                }
                let json = Json::parse(value.get()).map_err(|_| value.get().to_owned());
                given.push((name, json));
            }
            Ok(given)
        }
    }

    let mut reader = serde_json::Deserializer::from_str(text);
    let given = reader.deserialize_map(Entries)?;
    reader.end()?;
    Ok(given)
}

/// The parameters of YAML.
fn yaml(text: &str) -> Result<Vec<Given>, String> {
    if is_too_deep(text) {
        return Err(format!("more than {OPEN_MAX} brackets are open at once"));
    }
    let read = |text: &str| {
        let values = serde_yaml::from_str::<Option<Mapping>>(text);
        values
            .map(Option::unwrap_or_default)
            .map_err(|error| error.to_string())
    };
    let values = read(text)?;
    // The reader takes what this tag stands in front of for text. Of one that is not of YAML itself it tells.
    const BINARY: &str = "!!binary";
    if text.contains(BINARY) {
        let told = read(&text.replace(BINARY, "!binary"))?;
        if told.values().any(is_tagged) {
            return Err("values are text, numbers, lists and structs, not `!!binary`".into());
        }
    }
    let named = |(name, value)| match name {
        Value::String(name) => (name, json(&value)),
        name => (word(&name), json(&value)),
    };
    Ok(values.into_iter().map(named).collect())
}

fn is_too_deep(text: &str) -> bool {
    let mut open = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => open += 1,
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
        open > OPEN_MAX
    })
}

fn json(value: &Value) -> Result<Json, String> {
    if is_finite(value) && !is_tagged(value) {
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

/// Whether there are tags such as `!name` in a value.
fn is_tagged(value: &Value) -> bool {
    match value {
        Value::Tagged(_) => true,
        Value::Sequence(items) => items.iter().any(is_tagged),
        Value::Mapping(entries) => entries.values().any(is_tagged),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// The text of a value in YAML.
fn word(value: &Value) -> String {
    let text = serde_yaml::to_string(value).unwrap_or_default();
    text.trim_end().to_owned()
}
