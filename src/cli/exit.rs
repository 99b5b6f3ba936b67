use std::process::ExitCode;

/// End of a command.
#[cfg_attr(
    not(all(unix, feature = "run")),
    expect(dead_code, reason = "only runs fail, and only Unix has such signals")
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// It did what it was told.
    Ok = 0,
    /// A task of a run failed.
    TaskFailed = 1,
    /// The command line or the parameters are wrong.
    Usage = 2,
    /// A pipeline cannot be compiled.
    Invalid = 3,
    /// Files or processes are in the way.
    Infrastructure = 4,
    /// SIGHUP has stopped a run: its terminal was closed.
    HungUp = 129,
    /// Ctrl-C (SIGINT) has stopped a run.
    Interrupted = 130,
    /// Ctrl-\ (SIGQUIT) has stopped a run.
    Quit = 131,
    /// SIGTERM has stopped a run.
    Terminated = 143,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
