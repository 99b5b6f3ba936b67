//! Processes of this machine: which there are, and how they are ended with all that they have started.
//!
//! Task and engine share it: a task ends what it leaves itself, the engine ends a task that cannot. It needs Unix. On Linux a
//! task and the engine adopt what loses its parent, so that nothing gets out of sight; elsewhere what leaves both its parent
//! and its group does.

pub(crate) mod ending;
pub(crate) mod table;

use rustix::process::{WaitId, WaitIdOptions, waitid};

/// The variable by which all processes of a task can be told: the name of the run's folder and the number of the attempt,
/// as in `pipewright-0123456789abcdef/7`.
#[cfg(feature = "engine")]
pub(crate) const MARK: &str = "PIPEWRIGHT_TASK";

/// Makes this process the parent of all processes below it that lose theirs.
pub(crate) fn adopt() {
    // It fails on very old systems only, where less is found.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_child_subreaper(Some(rustix::process::getpid()));
}

/// Whether this process has children, dead ones too. It costs next to nothing.
pub(crate) fn has_children() -> bool {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    !matches!(waitid(WaitId::All, options), Err(rustix::io::Errno::CHILD))
}
