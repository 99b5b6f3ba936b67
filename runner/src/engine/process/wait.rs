use super::control::{Control, Wakeups};
use super::end::End;
use super::lines::Lines;
use super::{exit, kill};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use std::io::{self, PipeReader, Read};
use std::os::fd::OwnedFd;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Silence of a log that others hold open after the end of its process, after which nobody waits for more.
const GRACE: Duration = Duration::from_millis(200);
/// Bytes that a pipe holds, and in what pieces it is read.
const PIPE: usize = 64 * 1024;

/// Runs a process to its end.
pub(super) fn run(
    mut command: Command,
    limit: Option<Duration>,
    (control, wakeups): (&Control, &Wakeups),
    log: impl FnMut(Vec<String>),
) -> io::Result<End> {
    if control.is_cancelled() {
        return Ok(End::Cancelled);
    }
    // One pipe for both, so that lines stay in their order.
    let (reader, writer) = io::pipe()?;
    command
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let started = Instant::now();
    let mut child = command.spawn()?;
    // It holds the writing ends of the pipe.
    drop(command);
    let exit = match exit::of(&child) {
        Ok(exit) => exit,
        Err(error) => {
            kill::tree(&mut child);
            child.wait()?;
            return Err(error);
        }
    };
    let mut process = Process {
        child,
        exit,
        log: Log {
            pipe: Some(reader),
            lines: Lines::default(),
            buffer: vec![0; PIPE],
            to: log,
        },
        control,
        wakeups,
    };
    // A limit past all time is none.
    let deadline = limit.and_then(|limit| started.checked_add(limit));
    let end = process.wait(deadline)?;
    process.finish_log()?;
    Ok(end)
}

struct Process<'a, F> {
    child: Child,
    exit: OwnedFd,
    log: Log<F>,
    control: &'a Control,
    wakeups: &'a Wakeups,
}

/// Log of a process.
struct Log<F> {
    /// None once it is closed.
    pipe: Option<PipeReader>,
    lines: Lines,
    buffer: Vec<u8>,
    to: F,
}

/// Files that can be read.
#[derive(Default)]
struct Ready {
    log: bool,
    exit: bool,
    /// None of them, and the time has passed.
    nothing: bool,
}

impl<F: FnMut(Vec<String>)> Process<'_, F> {
    /// Waits for the end, and takes the log meanwhile.
    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<End> {
        loop {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            let ready = self.poll(true, left)?;
            // The order counts where several things have happened: one that has ended is not late.
            if ready.log {
                self.log.read()?;
            }
            if ready.exit {
                return self.child.wait().map(End::Exited);
            }
            if deadline.is_some_and(|deadline| deadline <= Instant::now()) {
                return self.kill(End::TimedOut);
            }
            if self.control.is_cancelled() {
                return self.kill(End::Cancelled);
            }
        }
    }

    fn kill(&mut self, end: End) -> io::Result<End> {
        kill::tree(&mut self.child);
        self.child.wait()?;
        Ok(end)
    }

    /// Takes the rest of the log of a process that has ended, but does not wait for programs that it has left behind.
    fn finish_log(&mut self) -> io::Result<()> {
        let mut bytes = 0;
        while self.log.pipe.is_some() && bytes <= 2 * PIPE {
            // Silence says nothing while the log is not read.
            let has_room = self.control.has_room();
            if !has_room && self.control.is_cancelled() {
                break;
            }
            let ready = self.poll(false, has_room.then_some(GRACE))?;
            if ready.log {
                bytes += self.log.read()?;
            } else if ready.nothing {
                break;
            }
        }
        self.log.finish();
        Ok(())
    }

    /// Waits until something can be read, somebody says something, or the time has passed.
    fn poll(&self, for_exit: bool, timeout: Option<Duration>) -> io::Result<Ready> {
        let mut files = vec![PollFd::new(self.wakeups.pipe(), PollFlags::IN)];
        if for_exit {
            files.push(PollFd::new(&self.exit, PollFlags::IN));
        }
        // A process whose log nobody takes has to wait.
        let log = self.log.pipe.as_ref();
        if let Some(log) = log.filter(|_| self.control.has_room()) {
            files.push(PollFd::new(log, PollFlags::IN));
        }
        let timeout = timeout.map(Timespec::try_from).transpose();
        // One that is too long for the system is none.
        let timeout = timeout.unwrap_or_default();
        let nothing = match poll(&mut files, timeout.as_ref()) {
            Ok(count) => count == 0,
            Err(Errno::INTR) => return Ok(Ready::default()),
            Err(error) => return Err(error.into()),
        };
        let mut ready = files.iter().map(|file| !file.revents().is_empty());
        if ready.next() == Some(true) {
            self.wakeups.take()?;
        }
        Ok(Ready {
            nothing,
            exit: for_exit && ready.next() == Some(true),
            log: ready.next() == Some(true),
        })
    }
}

impl<F: FnMut(Vec<String>)> Log<F> {
    /// Takes what there is. Returns the number of bytes.
    fn read(&mut self) -> io::Result<usize> {
        let Some(pipe) = &mut self.pipe else {
            return Ok(0);
        };
        match pipe.read(&mut self.buffer) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(0),
            Ok(0) | Err(_) => {
                self.pipe = None;
                Ok(0)
            }
            Ok(length) => {
                let lines = self.lines.push(&self.buffer[..length]);
                hand_over(lines, &mut self.to);
                Ok(length)
            }
        }
    }

    fn finish(&mut self) {
        let last = self.lines.finish();
        hand_over(last.into_iter().collect(), &mut self.to);
    }
}

fn hand_over(lines: Vec<String>, log: &mut impl FnMut(Vec<String>)) {
    if !lines.is_empty() {
        log(lines);
    }
}
