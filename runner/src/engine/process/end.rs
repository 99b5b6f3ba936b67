use std::process::ExitStatus;

/// End of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    Exited(ExitStatus),
    /// Past its time limit.
    TimedOut,
    Cancelled,
}
