//! Types of artifacts: a kind and a content.

use super::Type;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::fmt;

/// Type of an artifact: what it is for, and what is in it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ArtifactType {
    /// Kind, as the targets know it.
    pub schema: Schema,
    /// Content.
    pub content: Content,
}

/// Schema of a kind of artifacts, such as `system.Dataset` in version `0.0.1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Schema {
    /// Title, such as `system.Dataset`.
    pub title: String,
    /// Version, such as `0.0.1`.
    pub version: String,
}

/// Content of artifacts: a file or a folder, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Content {
    /// Name, such as `csv`.
    pub name: String,
    /// Extension of its file, without a dot; empty if it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub extension: String,
    /// It is a folder of files.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_folder: bool,
    /// Type of its rows, or of its value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Type>,
}

impl Content {
    /// Name of a file or folder with such a content.
    pub fn file_name(&self, stem: &str) -> String {
        match self.extension.as_str() {
            "" => stem.to_owned(),
            extension => format!("{stem}.{extension}"),
        }
    }
}

impl fmt::Display for ArtifactType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = self.schema.title.rsplit('.').next().unwrap_or_default();
        write!(f, "{kind} of {}", self.content.name)
    }
}

/// Name of the newtype struct by which a `Deserialize` says that it reads an artifact.
const NAME: &str = "$pipewright::Artifact";

thread_local! {
    static ANNOUNCED: Cell<Option<fn() -> ArtifactType>> = const { Cell::new(None) };
}

/// Name to give to `deserialize_newtype_struct` for an artifact: whoever asks for the type of a `Deserialize` gets this one.
/// All others read what is in the newtype.
pub fn announce(ty: fn() -> ArtifactType) -> &'static str {
    ANNOUNCED.set(Some(ty));
    NAME
}

/// The type that was announced, for a newtype struct of a name.
pub(super) fn announced(name: &str) -> Option<ArtifactType> {
    ANNOUNCED.take().filter(|_| name == NAME).map(|ty| ty())
}
