use serde::{Deserialize, Serialize};

/// What runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A call of a component.
    Task,
    /// A block of tasks.
    Block,
    /// What runs once for each item of lists.
    Loop,
}

/// How something ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// It ran to its end.
    Succeeded,
    /// It failed, all tries used up.
    Failed,
    /// Its condition did not hold, or it is a loop without items.
    Skipped,
    /// A task before it failed, or the run was stopped.
    Omitted,
    /// Its block did not run.
    NotStarted,
}
