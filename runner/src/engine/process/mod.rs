//! Processes: one that runs to its end, with its log and its time limit.
//!
//! One thread waits for all of it at once: the log, the end, the limit, and what [`Control`] says. A task ends with all that
//! it has started: see [`family`].

pub(super) mod control;
pub(super) mod end;
#[cfg(unix)]
mod exit;
#[cfg(unix)]
pub(super) mod family;
#[cfg(unix)]
mod lines;
#[cfg(unix)]
pub(super) mod mark;
pub(super) mod task;
#[cfg(unix)]
mod wait;

use control::{Control, Wakeups};
use end::End;
use std::io;
use task::Task;

/// Runs a process to its end, or until it has taken too long or is cancelled. The lines that it prints, on stdout and stderr
/// in their order, go to `log`, which must not wait.
#[cfg(unix)]
pub(super) fn run(
    task: Task<'_>,
    control: (&Control, &Wakeups),
    log: impl FnMut(Vec<String>),
) -> io::Result<End> {
    wait::run(task, control, log)
}

/// Says that there are no processes to wait for: nobody has tried it on systems without `poll`.
#[cfg(not(unix))]
pub(super) fn run(
    _: Task<'_>,
    _: (&Control, &Wakeups),
    _: impl FnMut(Vec<String>),
) -> io::Result<End> {
    let message = "tasks run on Unix only";
    Err(io::Error::new(io::ErrorKind::Unsupported, message))
}
