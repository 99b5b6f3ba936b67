//! Typed metadata, as `#[derive(Artifact)]` writes and reads it; for generated code only.

use super::{Content, Error, Kind, Metadata};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A value that metadata can hold.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be metadata of an artifact",
    label = "expected a type with `serde::Serialize` and `serde::Deserialize`",
    note = "add `#[derive(serde::Serialize, serde::Deserialize)]` to its own types, or mark the field that is the content by `#[content]`"
)]
pub trait MetadataValue: Serialize + DeserializeOwned + 'static {}

#[diagnostic::do_not_recommend]
impl<T: Serialize + DeserializeOwned + 'static> MetadataValue for T {}

/// A field with a key. Functions in place of a bound: the bound stands at one place of the expansion.
pub struct MetadataField<T> {
    key: &'static str,
    set: fn(&mut Metadata, &'static str, &T),
    get: fn(&Metadata, &'static str) -> Result<T, String>,
}

/// A field of metadata.
pub const fn metadata_field<T: MetadataValue>(key: &'static str) -> MetadataField<T> {
    MetadataField {
        key,
        set: |metadata, key, value| {
            metadata.set(key, value);
        },
        get: |metadata, key| match metadata.get(key)? {
            Some(value) => Ok(value),
            // `Option`s and the like may be missing.
            None => {
                let missing = pipewright_ir::json::Json::null().to();
                missing.map_err(|_| format!("`{key}` is missing"))
            }
        },
    }
}

impl<T> MetadataField<T> {
    /// Writes a value.
    pub fn set(&self, metadata: &mut Metadata, value: &T) {
        (self.set)(metadata, self.key, value);
    }

    /// Reads the value. What is wrong with it is added to the mistakes.
    pub fn get(&self, metadata: &Metadata, mistakes: &mut Vec<String>) -> Option<T> {
        let value = (self.get)(metadata, self.key);
        value.map_err(|mistake| mistakes.push(mistake)).ok()
    }
}

/// All that is wrong with the metadata of an artifact.
pub fn metadata_error<K: Kind>(content: &K::Content, mistakes: &[String]) -> Error {
    let path = content.data().path();
    Error::new(path, format!("metadata: {}", mistakes.join(", ")))
}
