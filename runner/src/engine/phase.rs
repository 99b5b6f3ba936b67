use serde::{Deserialize, Serialize};

/// Kind of what runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A call of a component.
    Task,
    /// A block of tasks.
    Block,
    /// A task that runs once for each item of lists.
    Loop,
}

/// End of a task, a block or a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Success.
    Succeeded,
    /// Failure of the last attempt.
    Failed,
    /// No run: the condition did not hold, or the loop had no items.
    Skipped,
    /// No run: a task before it failed, or the run was stopped.
    Omitted,
    /// No run: its block did not run.
    NotStarted,
}
