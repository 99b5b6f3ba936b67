use pipewright_ir::json::Json;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Metadata of an artifact: values by name, which travel with it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata(pub(super) BTreeMap<String, Json>);

impl Metadata {
    /// Sets the value of a key.
    ///
    /// # Errors
    /// A value that JSON cannot hold, such as NaN.
    pub fn set(&mut self, key: impl Into<String>, value: impl Serialize) -> Result<(), String> {
        self.0.insert(key.into(), Json::of(&value)?);
        Ok(())
    }

    /// The value of a key; `None` if it has none.
    ///
    /// # Errors
    /// A value of another type.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, String> {
        let Some(json) = self.0.get(key) else {
            return Ok(None);
        };
        let value = json.to().map(Some);
        value.map_err(|reason| format!("the metadata `{key}` is `{json}`: {reason}"))
    }

    /// Removes the value of a key.
    pub fn remove(&mut self, key: &str) {
        self.0.remove(key);
    }

    /// All keys with their values as JSON, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let values = self.0.iter();
        values.map(|(key, json)| (key.as_str(), json.as_str()))
    }
}
