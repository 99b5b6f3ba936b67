//! What `run --json` prints.

use serde::Deserialize;
use serde_json::value::RawValue;

/// How a run on this machine went.
#[derive(Debug, Deserialize)]
pub struct Report {
    /// `succeeded` or `failed`.
    pub phase: String,
    /// What the pipeline gives.
    pub outputs: Vec<Output>,
    /// All tasks and blocks.
    pub tasks: Vec<TaskReport>,
}

/// A value with a name.
#[derive(Debug, Deserialize)]
pub struct Output {
    /// Its name.
    pub name: String,
    /// It as JSON.
    pub value: Box<RawValue>,
}

/// How a task or block went.
#[derive(Debug, Deserialize)]
pub struct TaskReport {
    /// The names of the blocks around it and its own.
    pub path: String,
    /// What it is: `task` or a kind of block.
    pub kind: String,
    /// How it ended.
    pub phase: String,
    /// How often it was tried.
    pub tries: usize,
    /// What it says about it.
    pub message: Option<String>,
    /// What it gives.
    #[serde(default)]
    pub outputs: Vec<Output>,
}
