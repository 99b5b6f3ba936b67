//! A task that the local engine has started: it leaves nothing behind, and does not outlive the engine.

use super::error::Error;
use std::time::Duration;

/// Sign of a task that is guarded.
#[derive(Debug)]
pub(super) struct Guard {
    #[cfg_attr(not(unix), expect(dead_code, reason = "engines run on Unix only"))]
    grace: Duration,
}

#[cfg(not(unix))]
impl Guard {
    pub(super) fn new(grace: Duration) -> Result<Self, Error> {
        Ok(Self { grace })
    }

    pub(super) fn finish(self) {}
}

#[cfg(unix)]
impl Guard {
    /// Leaves the terminal, and waits for the end of the engine: standard input is a pipe that nobody writes to.
    pub(super) fn new(grace: Duration) -> Result<Self, Error> {
        system::leave_terminal();
        crate::processes::adopt();
        // A task that somebody has halted wakes up when the engine dies, and sees that it did.
        #[cfg(target_os = "linux")]
        let _ =
            rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::CONT));
        system::set_name();
        let guard = system::take_lifeline().and_then(|lifeline| system::watch(lifeline, grace));
        guard.map_err(|source| Error::System {
            what: "watch the engine",
            source,
        })?;
        Ok(Self { grace })
    }

    /// Ends all that the task has started and that still runs.
    pub(super) fn finish(self) {
        // Most tasks have started nothing.
        if crate::processes::has_children() {
            system::end_all(self.grace, false);
        }
    }
}

#[cfg(unix)]
mod system {
    use crate::processes::ending::{Ending, LOOK};
    use crate::processes::table::{self, Process};
    use rustix::process::{Pid, Signal, getpid, getppid, kill_process, setpgid, setsid};
    use std::fs::File;
    use std::io::{self, Read};
    use std::os::fd::{AsFd, OwnedFd};
    use std::thread;
    use std::time::Duration;

    /// Stack of the thread that waits for the end of the engine.
    const STACK: usize = 128 * 1024;

    /// Begins a session, which has no terminal.
    pub(super) fn leave_terminal() {
        // The engine has given it a group of its own, so that Ctrl-C is none of its business, and the leader of a group cannot
        // begin a session.
        let me = getpid();
        if table::group(me) == Some(me.as_raw_pid()) {
            let group = getppid().and_then(table::group);
            // An engine whose group is none of its container's has no group that could be joined.
            if let Some(group) = group.and_then(Pid::from_raw) {
                let _ = setpgid(None, Some(group));
            }
        }
        // One that leads a session already has no other terminal than its own.
        let _ = setsid();
    }

    /// Gives the process the name of its program: it may have been started by the number of an open file.
    pub(super) fn set_name() {
        #[cfg(target_os = "linux")]
        {
            let program = std::env::args_os().next().unwrap_or_default();
            let name = std::path::Path::new(&program).file_name();
            let name = name.map(std::ffi::OsStr::as_encoded_bytes);
            let name = name.and_then(|name| std::ffi::CString::new(name).ok());
            let _ = name.map(|name| rustix::thread::set_name(&name));
        }
    }

    /// Takes standard input, and puts nothing in its place.
    pub(super) fn take_lifeline() -> io::Result<OwnedFd> {
        // What the task starts does not get it.
        let lifeline = io::stdin().as_fd().try_clone_to_owned()?;
        rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
        Ok(lifeline)
    }

    /// Waits for the end of the engine on a thread.
    pub(super) fn watch(lifeline: OwnedFd, grace: Duration) -> io::Result<()> {
        let wait = move || {
            let mut lifeline = File::from(lifeline);
            while let Err(error) = lifeline.read(&mut [0]) {
                if error.kind() != io::ErrorKind::Interrupted {
                    break;
                }
            }
            end_all(grace, true);
        };
        let thread = thread::Builder::new().stack_size(STACK).spawn(wait)?;
        drop(thread);
        Ok(())
    }

    /// Ends all that is below this process, and the process too.
    pub(super) fn end_all(grace: Duration, with_itself: bool) {
        let mut ending = Ending::new(grace);
        let me = getpid();
        // One that does not clean up itself stays as long as it is the parent of others: none gets out of sight.
        let cleans_up = with_itself && catches_sigterm();
        if cleans_up {
            let _ = kill_process(me, Signal::TERM);
        }
        loop {
            let below = below(me);
            let waits = cleans_up && !ending.is_late();
            if below.is_empty() && !waits || ending.is_hopeless() {
                break;
            }
            ending.tell(&below);
            thread::sleep(LOOK);
        }
        if with_itself {
            let _ = kill_process(me, Signal::KILL);
        }
    }

    /// All that lives below a process.
    fn below(me: Pid) -> Vec<Process> {
        let mut below = table::with_descendants(&table::all(), &[me]);
        below.retain(|process| process.id != me && !process.is_zombie);
        below
    }

    /// Whether this program has a handler of its own for the signal by which it is asked to end.
    fn catches_sigterm() -> bool {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        let caught = caught.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        caught.is_some_and(|mask| mask >> (Signal::TERM.as_raw() - 1) & 1 == 1)
    }
}
