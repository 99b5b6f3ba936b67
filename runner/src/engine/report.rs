use super::phase::{Kind, Phase};
use super::workers::setup::Setup;
use crate::files;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::io;
use std::path::Path;
use std::time::Duration;

/// Name of the file beside the artifacts of a run's outputs: all outputs as JSON, with their types and metadata.
pub const OUTPUTS_FILE: &str = ".outputs.json";

/// Report of a run. It is written as JSON.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Name of the pipeline.
    pub pipeline: String,
    /// Succeeded or failed.
    pub phase: Phase,
    /// Message of the failure.
    pub message: Option<String>,
    /// It has failed because of this machine only, which has no room, no memory or no more files: no task has failed itself.
    #[serde(skip)]
    pub machine_failed: bool,
    /// Duration of the run.
    #[serde(rename = "seconds", serialize_with = "seconds")]
    pub duration: Duration,
    /// Outputs of the pipeline; none if it failed.
    pub outputs: Vec<Value>,
    /// All tasks and blocks in the order of the plan; those in a block follow it. Of a block that was tried several
    /// times it is the last try.
    pub tasks: Vec<TaskReport>,
}

/// Report of a task or block.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaskReport {
    /// The names of the blocks around it and its own, joined by `/`. An item of a loop has its number behind it, as
    /// in `each-1(0)/train`; what runs at an end is in a block `exit`.
    pub path: String,
    /// Kind of the task.
    pub kind: Kind,
    /// End of the task.
    pub phase: Phase,
    /// Number of processes that were started for it; of a block, number of its runs.
    pub tries: u32,
    /// Its outputs are those of an earlier run.
    pub cached: bool,
    /// Message of the failure.
    pub message: Option<String>,
    /// Duration with all attempts.
    #[serde(rename = "seconds", serialize_with = "seconds")]
    pub duration: Duration,
    /// Its outputs; none unless it succeeded. A loop without items, which is skipped, has empty lists.
    pub outputs: Vec<Value>,
}

/// A value with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Value {
    /// Name of the output.
    pub name: String,
    /// Type of the value.
    #[serde(rename = "type")]
    pub ty: Type,
    /// The value.
    #[serde(serialize_with = "raw")]
    pub value: Json,
}

fn seconds<S: Serializer>(duration: &Duration, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64(duration.as_secs_f64())
}

fn raw<S: Serializer>(json: &Json, serializer: S) -> Result<S::Ok, S::Error> {
    let raw = RawValue::from_string(json.as_str().to_owned()).map_err(serde::ser::Error::custom)?;
    raw.serialize(serializer)
}

impl Report {
    /// Puts the artifacts among the outputs into a folder.
    pub(super) fn keep_artifacts(&mut self, setup: &Setup<'_>, folder: &Path) {
        let Some(artifacts) = setup.artifacts() else {
            return;
        };
        let kept = self.outputs.iter_mut().try_for_each(|output| {
            let kept = artifacts.keep(&output.name, &output.ty, &output.value, folder);
            output.value = kept.map_err(|error| format!("output `{}`: {error}", output.name))?;
            Ok(())
        });
        let mut outputs = self.outputs.iter();
        let has_artifacts = outputs.any(|output| output.ty.artifact().is_some());
        let written = kept.and_then(|()| match has_artifacts {
            true => self
                .write_outputs(folder)
                .map_err(|error: io::Error| error.to_string()),
            false => Ok(()),
        });
        if let Err(reason) = written {
            self.phase = Phase::Failed;
            self.machine_failed = true;
            self.message = Some(format!(
                "cannot keep the outputs in {}: {reason}",
                folder.display()
            ));
            self.outputs.clear();
        }
    }

    fn write_outputs(&self, folder: &Path) -> io::Result<()> {
        let text = serde_json::to_vec(&self.outputs)?;
        files::write(&folder.join(OUTPUTS_FILE), &text)
    }

    /// Success of the pipeline.
    pub fn succeeded(&self) -> bool {
        self.phase == Phase::Succeeded
    }

    /// The value of an output of the pipeline.
    pub fn output(&self, name: &str) -> Option<&Json> {
        self.outputs
            .iter()
            .find(|output| output.name == name)
            .map(|output| &output.value)
    }

    /// The task or block of a path.
    pub fn task(&self, path: &str) -> Option<&TaskReport> {
        self.tasks.iter().find(|task| task.path == path)
    }
}
