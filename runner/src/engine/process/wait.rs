use super::control::{Control, Wakeups};
use super::end::End;
use super::lines::Lines;
use super::task::Task;
use super::{exit, family};
use crate::processes::MARK;
use crate::processes::ending::{Ending, LOOK};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::process::Pid;
use std::io::{self, PipeReader, Read};
use std::os::fd::OwnedFd;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// Silence of a log that others hold open after the end of its process, after which nobody waits for more.
const SILENCE: Duration = Duration::from_millis(200);
/// Bytes that a pipe holds, and in what pieces it is read.
const PIPE: usize = 64 * 1024;

/// Runs a process to its end.
pub(super) fn run(
    mut task: Task<'_>,
    (control, wakeups): (&Control, &Wakeups),
    log: impl FnMut(Vec<String>),
) -> io::Result<End> {
    if control.is_cancelled() {
        return Ok(End::Cancelled);
    }
    // One pipe for both, so that lines stay in their order.
    let (reader, writer) = io::pipe()?;
    let command = &mut task.command;
    command
        .stdin(task.lifeline.try_clone()?)
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .env(MARK, task.mark.as_str());
    let started = Instant::now();
    let mut child = family::start(command)?;
    // It holds the writing ends of the pipe.
    task.command = Command::new("");
    let exit = match exit::of(&child) {
        Ok(exit) => exit,
        Err(error) => {
            let _ = child.kill();
            family::bury(&mut child)?;
            return Err(error);
        }
    };
    // A limit past all time is none.
    let deadline = task.limit.and_then(|limit| started.checked_add(limit));
    let mut process = Process {
        task,
        child,
        exit: Some(exit),
        log: Log {
            pipe: Some(reader),
            lines: Lines::default(),
            buffer: vec![0; PIPE],
            to: log,
        },
        control,
        wakeups,
    };
    let end = process.wait(deadline);
    if end.is_err() {
        let _ = process.end();
    }
    let status = family::bury(&mut process.child)?;
    let end = end?;
    process.finish_log()?;
    Ok(end.unwrap_or(End::Exited(status)))
}

struct Process<'a, F> {
    task: Task<'a>,
    child: Child,
    /// None once it has ended.
    exit: Option<OwnedFd>,
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
    /// Waits for the end, and takes the log meanwhile. Returns an end that is not its own.
    fn wait(&mut self, deadline: Option<Instant>) -> io::Result<Option<End>> {
        loop {
            let left = deadline.map(|deadline| deadline.saturating_duration_since(Instant::now()));
            let ready = self.poll(left)?;
            // The order counts where several things have happened: one that has ended is not late.
            if ready.log {
                self.log.read()?;
            }
            let end = if ready.exit {
                self.exit = None;
                // It has looked for what it leaves before it left an answer.
                if self.task.answer.exists() {
                    return Ok(None);
                }
                None
            } else if deadline.is_some_and(|deadline| deadline <= Instant::now()) {
                Some(End::TimedOut)
            } else if self.control.is_cancelled() {
                Some(End::Cancelled)
            } else {
                continue;
            };
            self.end()?;
            return Ok(end);
        }
    }

    /// Ends the process with all that it has started, and takes the log meanwhile.
    fn end(&mut self) -> io::Result<()> {
        let mut ending = Ending::new(self.task.grace);
        let root = Pid::from_child(&self.child);
        loop {
            let left = self.task.family.of_task(root, self.task.mark);
            if left.is_empty() {
                return Ok(());
            }
            if self.control.is_forced() && !ending.is_late() {
                ending.hurry();
            }
            if ending.is_hopeless() {
                return Ok(());
            }
            ending.tell(&left);
            self.pause(LOOK)?;
        }
    }

    /// Takes the log for some time, at the longest until the process has ended.
    fn pause(&mut self, time: Duration) -> io::Result<()> {
        let until = Instant::now() + time;
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let ready = self.poll(Some(left))?;
            if ready.log {
                self.log.read()?;
            }
            if ready.exit {
                self.exit = None;
                return Ok(());
            }
            if left.is_zero() {
                return Ok(());
            }
        }
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
            let ready = self.poll(has_room.then_some(SILENCE))?;
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
    fn poll(&self, timeout: Option<Duration>) -> io::Result<Ready> {
        let mut files = vec![PollFd::new(self.wakeups.pipe(), PollFlags::IN)];
        let exit = self.exit.as_ref();
        files.extend(exit.map(|exit| PollFd::new(exit, PollFlags::IN)));
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
            exit: exit.is_some() && ready.next() == Some(true),
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
