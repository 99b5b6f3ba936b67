use super::people::People;
use super::stop::Stop;
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::Arc;

/// Options of a run.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Number of processes that run at once; the number of processors if it is not set.
    pub parallelism: Option<NonZero<usize>>,
    /// Program whose processes the tasks are; this one if it is not set.
    pub program: Option<PathBuf>,
    /// Folder in which outputs are kept for later runs; none are kept or used if it is not set.
    pub cache: Option<PathBuf>,
    /// Outputs that are kept are not used, but replaced.
    pub refresh: bool,
    /// People who are asked by tasks that wait for one; these tasks fail if it is not set.
    pub people: Option<Arc<dyn People>>,
    /// Handle that stops the run.
    pub stop: Stop,
}
