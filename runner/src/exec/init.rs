//! A component as the first process of a container.
//!
//! The system ignores signals to the first process that it has no handler for, and makes it the parent of all processes that
//! lose theirs. So the component runs in a child: the first process passes signals on, and buries the dead.

use super::COMMAND;
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, getpid, kill_process, wait};
use signal_hook::consts::{
    SIGALRM, SIGCHLD, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2,
    SIGWINCH,
};
use signal_hook::iterator::Signals;
use std::ffi::OsString;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

/// Signals that the child gets.
const PASSED: [i32; 10] = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGALRM, SIGCONT, SIGTSTP, SIGWINCH,
];

/// Whether this process is the first one of a container.
pub(super) fn is_first() -> bool {
    getpid() == Pid::INIT
}

/// Runs this program in a child, to its end.
///
/// # Errors
/// The child cannot be started: nothing has run.
pub(super) fn run(arguments: &[OsString]) -> io::Result<ExitCode> {
    // Before the child starts: no signal is lost.
    let mut signals = Signals::new(PASSED.iter().chain([&SIGCHLD]))?;
    let mut command = Command::new("/proc/self/exe");
    if let Some(name) = std::env::args_os().next() {
        command.arg0(name);
    }
    let child = command.arg(COMMAND).args(arguments).spawn()?;
    let child = Pid::from_child(&child);
    loop {
        for signal in signals.wait() {
            if signal != SIGCHLD
                && let Some(signal) = Signal::from_named_raw(signal)
            {
                let _ = kill_process(child, signal);
            }
        }
        if let Some(code) = bury(child) {
            return Ok(ExitCode::from(code));
        }
    }
}

/// Waits for all that have ended. Returns the exit code of the child, if it is among them.
fn bury(child: Pid) -> Option<u8> {
    while let Ok(Some((id, status))) = wait(WaitOptions::NOHANG) {
        // The end of the child is that of the container: the others need not be buried then.
        if id == child {
            return Some(code_of(status));
        }
    }
    None
}

/// The code of a process, as a shell gives it: 128 and its number for a signal.
fn code_of(status: WaitStatus) -> u8 {
    let code = match (status.exit_status(), status.terminating_signal()) {
        (Some(code), _) => code,
        (None, Some(signal)) => 128 + signal,
        (None, None) => 1,
    };
    u8::try_from(code).unwrap_or(u8::MAX)
}
