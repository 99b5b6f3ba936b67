use super::people::People;
use super::stop::Stop;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;

/// How a plan runs.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Number of processes that run at once; the number of processors if it is not set.
    pub parallelism: Option<NonZero<usize>>,
    /// Program whose processes the tasks are; this one if it is not set.
    pub program: Option<PathBuf>,
    /// Folder in which outputs are kept for later runs; none are kept or used if it is not set.
    pub cache: Option<PathBuf>,
    /// Runs what has kept outputs too, and keeps the new ones in their place.
    pub refresh: bool,
    /// Who is asked by tasks that wait for a person; they fail if it is not set.
    pub people: Option<Arc<dyn People>>,
    /// Handle that stops the run.
    pub stop: Stop,
}
