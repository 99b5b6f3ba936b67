use crate::json::Json;
use crate::types::Type;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What travels between tasks in place of an artifact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// Location: a URI, or a key in the store of the target.
    pub uri: String,
    /// Metadata.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
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
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub metadata: BTreeMap<String, Json>,
    /// Type of the rows or the value that its writer wrote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Type>,
}

impl Reference {
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
