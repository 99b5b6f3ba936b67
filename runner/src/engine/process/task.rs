#[cfg(unix)]
use super::family::Family;
#[cfg(unix)]
use super::mark::Mark;
use std::io::PipeReader;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Process of a task.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "processes run on Unix only"))]
pub(crate) struct Task<'a> {
    pub(crate) command: Command,
    pub(crate) limit: Option<Duration>,
    /// Time to clean up when it is ended.
    pub(crate) grace: Duration,
    /// Standard input, which ends with this process.
    pub(crate) lifeline: &'a PipeReader,
    /// The file that it writes when it has left nothing behind.
    pub(crate) answer: &'a Path,
    #[cfg(unix)]
    pub(crate) mark: &'a Mark,
    #[cfg(unix)]
    pub(crate) family: &'a Family,
}
