use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
use std::io;
use std::os::fd::OwnedFd;
use std::process::Child;
use std::thread;

/// A file that can be read as soon as a child has ended. It does not reap the child, whose id therefore stays its own.
pub(super) fn of(child: &Child) -> io::Result<OwnedFd> {
    let id = Pid::from_child(child);
    #[cfg(target_os = "linux")]
    if let Ok(file) = rustix::process::pidfd_open(id, rustix::process::PidfdFlags::empty()) {
        return Ok(file);
    }
    by_thread(id)
}

/// Such a file where no system call makes one: a pipe whose other end is held by a thread that waits.
fn by_thread(id: Pid) -> io::Result<OwnedFd> {
    let (reader, writer) = io::pipe()?;
    let wait = move || {
        // Closed at the end.
        let _writer = writer;
        let options = WaitIdOptions::EXITED | WaitIdOptions::NOWAIT;
        while let Err(rustix::io::Errno::INTR) = waitid(WaitId::Pid(id), options) {}
    };
    thread::Builder::new().spawn(wait)?;
    Ok(reader.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use std::process::{Command, Stdio};

    fn is_readable(file: &OwnedFd, milliseconds: i64) -> bool {
        let mut files = [PollFd::new(file, PollFlags::IN)];
        let timeout = Timespec {
            tv_sec: 0,
            tv_nsec: milliseconds * 1_000_000,
        };
        poll(&mut files, Some(&timeout)).expect("files can be polled") > 0
    }

    #[test]
    fn both_files_tell_the_end() {
        for of in [of, |child: &Child| by_thread(Pid::from_child(child))] {
            let mut command = Command::new("cat");
            let command = command.stdin(Stdio::piped()).stdout(Stdio::null());
            let mut child = command.spawn().expect("`cat` is there");
            let exit = of(&child).expect("there are files");
            assert!(!is_readable(&exit, 20));
            drop(child.stdin.take());
            assert!(is_readable(&exit, 900));
            let status = child.try_wait().expect("it is a child");
            assert!(status.is_some_and(|status| status.success()));
        }
    }
}
