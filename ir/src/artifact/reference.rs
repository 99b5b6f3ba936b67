use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Values as they are in JSON, not as texts.
mod values {
    use crate::json::Json;
    use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};
    use serde_json::value::RawValue;
    use std::collections::BTreeMap;

    pub(super) fn serialize<S: Serializer>(
        values: &BTreeMap<String, Json>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let raw = values.iter().map(|(key, json)| {
            let raw = RawValue::from_string(json.as_str().to_owned());
            Ok((key, raw.map_err(ser::Error::custom)?))
        });
        raw.collect::<Result<BTreeMap<_, _>, S::Error>>()?
            .serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<String, Json>, D::Error> {
        let raw = BTreeMap::<String, Box<RawValue>>::deserialize(deserializer)?;
        let values = raw.into_iter().map(|(key, raw)| (key, Json::from(raw)));
        Ok(values.collect())
    }
}

/// What travels between tasks in place of an artifact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// Location: a URI, or a key in the store of the target.
    pub uri: String,
    /// Metadata.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "values")]
    pub metadata: BTreeMap<String, Json>,
    /// Type of the rows or the value that its writer wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Type>,
}

/// An artifact in the process of a task: a reference with the place of its file or folder.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Located {
    /// Path of the file or folder.
    pub path: PathBuf,
    /// Location of an artifact that came in; none of one that the task has made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// Metadata.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "values")]
    pub metadata: BTreeMap<String, Json>,
    /// Type of the rows or the value that its writer wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Type>,
}

impl Reference {
    /// An artifact of which no more than the location is known.
    pub fn to(uri: impl Into<String>) -> Self {
        Self {
            uri: uri.into(),
            metadata: BTreeMap::new(),
            shape: None,
        }
    }

    /// The reference with the place of its file or folder.
    #[must_use]
    pub fn at(self, path: PathBuf) -> Located {
        Located {
            path,
            uri: Some(self.uri),
            metadata: self.metadata,
            shape: self.shape,
        }
    }
}

impl Located {
    /// The reference to it at another location.
    #[must_use]
    pub fn moved(self, uri: String) -> Reference {
        Reference {
            uri,
            metadata: self.metadata,
            shape: self.shape,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_keeps_its_digits() {
        let text = r#"{"uri":"a","metadata":{"large":340282366920938463463374607431768211455,"list":[1.50,"x"]}}"#;
        let reference: Reference = Json::parse(text).unwrap().to().unwrap();
        assert_eq!(Json::of(&reference).unwrap().as_str(), text);
    }
}
