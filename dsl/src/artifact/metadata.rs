use pipewright_ir::json::Json;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// Metadata of an artifact: values by name, which travel with it.
///
/// ```
/// use pipewright::artifact::Metadata;
///
/// let mut metadata = Metadata::default();
/// metadata.set("epochs", 20).set("framework", "linfa");
/// assert_eq!(metadata.get::<u32>("epochs"), Ok(Some(20)));
/// assert_eq!(metadata.get::<u32>("rate"), Ok(None));
/// let wrong = metadata.get::<u32>("framework").unwrap_err();
/// assert!(wrong.starts_with("`framework` is `\"linfa\"`: invalid type"));
/// ```
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Metadata {
    values: BTreeMap<String, Json>,
    /// Keys whose values JSON cannot hold, with the reason.
    refused: BTreeMap<String, String>,
}

impl Metadata {
    pub(super) fn from_values(values: BTreeMap<String, Json>) -> Self {
        let refused = BTreeMap::new();
        Self { values, refused }
    }

    /// All values.
    ///
    /// # Errors
    /// All values that JSON cannot hold.
    pub(super) fn into_values(self) -> Result<BTreeMap<String, Json>, String> {
        if self.refused.is_empty() {
            return Ok(self.values);
        }
        let refused = self.refused.iter();
        let refused: Vec<_> = refused.map(|(key, reason)| of(key, reason)).collect();
        Err(refused.join(", "))
    }

    /// Sets the value of a key. One that JSON cannot hold, such as NaN, is an error when it is asked for, and when the
    /// artifact is returned.
    pub fn set(&mut self, key: impl Into<String>, value: impl Serialize) -> &mut Self {
        let key = key.into();
        self.remove(&key);
        match Json::of(&value) {
            Ok(json) => drop(self.values.insert(key, json)),
            Err(reason) => drop(self.refused.insert(key, reason)),
        }
        self
    }

    /// The value of a key; `None` if it has none.
    ///
    /// # Errors
    /// A value of another type.
    pub fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, String> {
        if let Some(reason) = self.refused.get(key) {
            return Err(of(key, reason));
        }
        let Some(json) = self.values.get(key) else {
            return Ok(None);
        };
        let value = json.to().map(Some);
        value.map_err(|reason| format!("`{key}` is `{json}`: {reason}"))
    }

    /// Removes the value of a key.
    pub fn remove(&mut self, key: &str) {
        self.values.remove(key);
        self.refused.remove(key);
    }

    /// All keys with their values as JSON, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let values = self.values.iter();
        values.map(|(key, json)| (key.as_str(), json.as_str()))
    }
}

fn of(key: &str, reason: &str) -> String {
    format!("`{key}`: {reason}")
}
