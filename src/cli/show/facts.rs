//! Facts about the outputs that a run has kept, which lie in a file beside them.

use pipewright_ir::artifact::{self, Reference};
use pipewright_ir::json::Json;
use pipewright_ir::types::{ArtifactType, Type};
use pipewright_runner::engine::OUTPUTS_FILE;
use serde::Deserialize;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::path::Path;

/// What is known of an artifact beside its content.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) ty: Option<ArtifactType>,
    pub(super) metadata: BTreeMap<String, Json>,
}

/// An output of a run.
#[derive(Deserialize)]
struct Output {
    #[serde(rename = "type")]
    ty: Type,
    value: Box<RawValue>,
}

impl Facts {
    /// The facts about a file or folder; none if no run has kept it.
    pub(super) fn of(path: &Path) -> Self {
        Self::find(path).unwrap_or_default()
    }

    /// Whether the artifact is of a kind of metrics, as far as anybody knows.
    pub(super) fn may_be_metrics(&self) -> bool {
        let title = self.ty.as_ref().map(|ty| ty.schema.title.as_str());
        title.is_none_or(|title| title.ends_with("Metrics"))
    }

    fn find(path: &Path) -> Option<Self> {
        let path = path.canonicalize().ok()?;
        // Those of a list are in a folder of their own.
        path.ancestors().skip(1).take(3).find_map(|folder| {
            let text = std::fs::read(folder.join(OUTPUTS_FILE)).ok()?;
            let outputs: Vec<Output> = serde_json::from_slice(&text).ok()?;
            outputs.iter().find_map(|output| output.facts(&path))
        })
    }
}

impl Output {
    fn facts(&self, path: &Path) -> Option<Facts> {
        let json = Json::parse(self.value.get()).ok()?;
        let artifacts = artifact::places::<Reference>(&self.ty, &json).ok()?;
        artifacts.into_iter().find_map(|(ty, _, reference)| {
            let is_it = Path::new(&reference.uri).canonicalize().ok()? == *path;
            is_it.then_some(Facts {
                ty: Some(ty),
                metadata: reference.metadata,
            })
        })
    }
}
