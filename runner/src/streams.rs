//! Standard output and error of a program that runs pipelines.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// A stream that nobody may read: once the program is [to end](hurry), what finds no room is lost.
#[derive(Debug)]
pub struct Patient<S>(pub S);

/// The program is to end.
static HURRY: AtomicBool = AtomicBool::new(false);

/// Lets no stream keep the program from ending any more.
pub fn hurry() {
    HURRY.store(true, Ordering::SeqCst);
}

impl<S: IsTerminal> Patient<S> {
    /// Whether it is a terminal.
    pub fn is_terminal(&self) -> bool {
        self.0.is_terminal()
    }
}

/// Takes standard output, so that nothing but what is written to the result gets there. What else the program prints goes to
/// standard error.
///
/// # Errors
/// The system refuses it. Where it knows no such thing, standard output stays as it is.
pub fn take_stdout() -> io::Result<File> {
    system::take_stdout()
}

/// Puts standard output back to where it was when it was taken. What the program has printed meanwhile does not get there.
///
/// # Errors
/// The system refuses it.
pub fn give_stdout_back(taken: &File) -> io::Result<()> {
    // Nobody is to be told that standard error is closed.
    let _ = io::stdout().flush();
    system::give_stdout_back(taken)
}

#[cfg(unix)]
mod system {
    use super::{AtomicBool, HURRY, Ordering, Patient};
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use std::fs::File;
    use std::io::{self, Write};
    use std::os::fd::AsFd;
    use std::time::{Duration, Instant};

    /// Time for which a program that is to end waits for a reader.
    const PATIENCE: Duration = Duration::from_secs(1);

    /// Time after which one that waits looks whether it is to end.
    const LOOK: Timespec = Timespec {
        tv_sec: 0,
        tv_nsec: 50_000_000,
    };

    /// What a pipe takes without waiting when it has room (`PIPE_BUF` of Linux, where it is largest).
    const PIECE: usize = 4096;

    /// Something is lost already.
    static LOST: AtomicBool = AtomicBool::new(false);

    impl<S: AsFd> Write for Patient<S> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let piece = &bytes[..bytes.len().min(PIECE)];
            let mut waiting_since: Option<Instant> = None;
            loop {
                let mut files = [PollFd::new(&self.0, PollFlags::OUT)];
                // What cannot be asked has room.
                let look = match LOST.load(Ordering::SeqCst) {
                    true => Timespec::default(),
                    false => LOOK,
                };
                let ready = poll(&mut files, Some(&look)).unwrap_or(1);
                if ready > 0 {
                    match rustix::io::write(&self.0, piece) {
                        Err(Errno::AGAIN | Errno::INTR) => {}
                        written => return Ok(written?),
                    }
                }
                if !HURRY.load(Ordering::SeqCst) {
                    continue;
                }
                let since = *waiting_since.get_or_insert_with(Instant::now);
                if since.elapsed() >= PATIENCE || LOST.load(Ordering::SeqCst) {
                    // All of it is lost at once, and what comes next is not waited for again.
                    LOST.store(true, Ordering::SeqCst);
                    return Ok(bytes.len());
                }
            }
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    pub(super) fn take_stdout() -> io::Result<File> {
        let stdout = io::stdout().as_fd().try_clone_to_owned()?;
        rustix::stdio::dup2_stdout(io::stderr())?;
        Ok(stdout.into())
    }

    pub(super) fn give_stdout_back(taken: &File) -> io::Result<()> {
        Ok(rustix::stdio::dup2_stdout(taken)?)
    }
}

#[cfg(not(unix))]
mod system {
    use super::Patient;
    use std::fs::File;
    use std::io::{self, Write};

    impl<S: Write> Write for Patient<S> {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            self.0.flush()
        }
    }

    pub(super) fn take_stdout() -> io::Result<File> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn give_stdout_back(_: &File) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a text to standard error. There is nowhere to tell that it cannot be.
pub fn tell(text: &str) {
    let _ = Patient(io::stderr()).write_all(text.as_bytes());
}
