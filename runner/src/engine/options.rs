use super::people::People;
use super::stop::Stop;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Options of a run.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Number of processes that run at once; the number of processors if it is not set.
    pub parallelism: Option<NonZero<usize>>,
    /// Program whose processes the tasks are; this one if it is not set.
    pub program: Option<PathBuf>,
    /// Folder in which outputs are kept for later runs; none are kept or used if it is not set.
    pub cache: Option<PathBuf>,
    /// Folder for the artifacts of the run while it goes on; among the system's temporary files if it is not set.
    pub store: Option<PathBuf>,
    /// Folder in which the artifacts among the pipeline's outputs are put, by the names of the outputs; they go with the run
    /// if it is not set.
    pub outputs: Option<PathBuf>,
    /// Outputs that are kept are not used, but replaced.
    pub refresh: bool,
    /// People who are asked by tasks that wait for one; these tasks fail if it is not set.
    pub people: Option<Arc<dyn People>>,
    /// Handle that stops the run.
    pub stop: Stop,
    /// Time that tasks have to clean up, from SIGTERM to SIGKILL, when they are stopped or late, and that what they leave
    /// has when they have ended; 5 seconds if it is not set.
    pub grace: Option<Duration>,
    /// This process starts nothing but the tasks of this run. What becomes a child of it is then a task's, though nothing
    /// says so any more, and ends with it.
    pub alone: bool,
}

/// Time that tasks have to clean up where a run says nothing else.
pub const GRACE: Duration = Duration::from_secs(5);

impl Options {
    /// Time that tasks have to clean up.
    pub(super) fn grace(&self) -> Duration {
        self.grace.unwrap_or(GRACE)
    }
}
