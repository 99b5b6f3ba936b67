use super::once;
use crate::artifact::contents::Json;
use crate::artifact::kind::{self, Kind};
use crate::artifact::{Error, Metadata};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Numbers that tell how good something is, by name. The file is JSON, as in `{"accuracy":0.97}`.
///
/// ```
/// use pipewright::artifact::Metrics;
///
/// let mut metrics = Metrics::new();
/// metrics.log("accuracy", 0.97).log("loss", 0.1);
/// assert_eq!(metrics.get("accuracy"), Some(0.97));
/// assert_eq!(metrics.iter().collect::<Vec<_>>(), [("accuracy", 0.97), ("loss", 0.1)]);
/// ```
#[derive(Debug, Default)]
pub struct Metrics {
    values: BTreeMap<String, f64>,
    metadata: Metadata,
    /// The file, once there has to be one.
    content: OnceLock<Json<BTreeMap<String, f64>>>,
}

impl Metrics {
    /// New ones, none so far. They become an output when they are returned.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a metric. One that is not finite is an error when the metrics are returned: JSON holds none.
    pub fn log(&mut self, name: impl Into<String>, value: f64) -> &mut Self {
        // A file of other values is none of these.
        self.content.take();
        self.values.insert(name.into(), value);
        self
    }

    /// A metric; `None` if there is none of this name.
    pub fn get(&self, name: &str) -> Option<f64> {
        self.values.get(name).copied()
    }

    /// All metrics, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, f64)> {
        let values = self.values.iter();
        values.map(|(name, value)| (name.as_str(), *value))
    }

    /// Metadata beside the metrics.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Sets a value of the metadata beside the metrics. One that JSON cannot hold is an error when the metrics are returned.
    pub fn set(&mut self, key: impl Into<String>, value: impl Serialize) -> &mut Self {
        self.metadata.set(key, value);
        self
    }

    /// A value of the metadata beside the metrics, of type `T`.
    ///
    /// # Errors
    /// A value of another type.
    pub fn metadata_of<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, Error> {
        let value = self.metadata.get(key);
        value.map_err(|reason| Error::without_path(format!("metadata: {reason}")))
    }
}

impl Kind for Metrics {
    type Content = Json<BTreeMap<String, f64>>;
    const TITLE: &'static str = "system.Metrics";
    const VERSION: &'static str = "0.0.1";

    fn content(&self) -> Result<&Self::Content, Error> {
        once::made(&self.content, &self.values)
    }

    fn metadata(&self) -> Metadata {
        self.metadata.clone()
    }

    fn assemble(content: Self::Content, metadata: Metadata) -> Result<Self, Error> {
        Ok(Self {
            values: content.read()?,
            metadata,
            content: content.into(),
        })
    }
}

impl Serialize for Metrics {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        kind::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Metrics {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        kind::deserialize(deserializer)
    }
}
