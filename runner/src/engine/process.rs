//! One process of a task: its log, its end, its time limit.

use super::kill;
use super::log::Lines;
use std::io::{self, PipeReader, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// How a process ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Exited(ExitStatus),
    TimedOut,
    Stopped,
}

/// How often a process is looked at whose log is silent or closed.
const LOOK: Duration = Duration::from_millis(50);
/// How long a log that others hold open may be silent after the end of its process.
const GRACE: Duration = Duration::from_millis(200);
/// How many bytes a pipe holds, and in what pieces it is read.
const PIPE: usize = 64 * 1024;

/// Runs a process to its end, or until it has taken too long or `stopped` says so. The lines that it prints, on stdout and stderr in their order, go to `log`, which may wait.
pub(super) fn run(
    mut command: Command,
    timeout: Option<Duration>,
    stopped: &dyn Fn() -> bool,
    log: impl FnMut(Vec<String>) + Send + 'static,
) -> io::Result<End> {
    if stopped() {
        return Ok(End::Stopped);
    }
    let (reader, writer) = io::pipe()?;
    command
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    let started = Instant::now();
    let mut child = command.spawn()?;
    // It holds the writing ends of the pipe.
    drop(command);
    let reading = match Reading::start(reader, log) {
        Ok(reading) => reading,
        Err(error) => {
            kill::tree(&mut child);
            child.wait()?;
            return Err(error);
        }
    };
    let deadline = timeout.and_then(|timeout| started.checked_add(timeout));
    let end = wait(&mut child, &reading, deadline, stopped)?;
    reading.finish();
    Ok(end)
}

fn wait(
    child: &mut Child,
    reading: &Reading,
    deadline: Option<Instant>,
    stopped: &dyn Fn() -> bool,
) -> io::Result<End> {
    let mut closed = false;
    let mut pause = Duration::from_millis(1);
    loop {
        let left = deadline.map_or(LOOK, |deadline| {
            deadline.saturating_duration_since(Instant::now())
        });
        if !closed {
            // Nearly always the log ends because the process ends.
            closed = reading.ended(left.min(LOOK));
        } else {
            thread::sleep(left.min(pause));
            pause = (pause * 2).min(LOOK);
        }
        if let Some(status) = child.try_wait()? {
            return Ok(End::Exited(status));
        }
        if deadline.is_some_and(|deadline| deadline <= Instant::now()) {
            kill::tree(child);
            child.wait()?;
            return Ok(End::TimedOut);
        }
        if stopped() {
            kill::tree(child);
            child.wait()?;
            return Ok(End::Stopped);
        }
    }
}

/// How far the thread that reads a log has come.
#[derive(Default)]
struct Progress {
    /// Odd while it waits for more, even while it hands over what it has read.
    steps: AtomicU64,
    bytes: AtomicU64,
    /// Nobody wants the rest.
    over: AtomicBool,
}

/// A thread that reads a log.
struct Reading {
    end: Receiver<()>,
    progress: Arc<Progress>,
}

impl Reading {
    fn start(
        mut reader: PipeReader,
        mut log: impl FnMut(Vec<String>) + Send + 'static,
    ) -> io::Result<Self> {
        let (send, end) = mpsc::channel();
        let progress = Arc::new(Progress::default());
        let shared = Arc::clone(&progress);
        thread::Builder::new().spawn(move || {
            // Disconnects at the end.
            let _send = send;
            let mut lines = Lines::default();
            let mut piece = vec![0; PIPE];
            loop {
                shared.steps.fetch_add(1, Ordering::Relaxed);
                let read = reader.read(&mut piece);
                shared.steps.fetch_add(1, Ordering::Relaxed);
                match read {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    Ok(0) | Err(_) => break,
                    Ok(_) if shared.over.load(Ordering::Relaxed) => return,
                    Ok(length) => {
                        shared.bytes.fetch_add(length as u64, Ordering::Relaxed);
                        hand_over(lines.push(&piece[..length]), &mut log);
                    }
                }
            }
            hand_over(lines.finish().into_iter().collect(), &mut log);
        })?;
        Ok(Self { end, progress })
    }

    /// Whether the log ends within a time.
    fn ended(&self, within: Duration) -> bool {
        self.end.recv_timeout(within) != Err(RecvTimeoutError::Timeout)
    }

    /// Waits for the rest of the log of a process that has ended, but not for programs that it has left behind.
    fn finish(&self) {
        let Progress { steps, bytes, over } = &*self.progress;
        let first = bytes.load(Ordering::Relaxed);
        loop {
            let before = steps.load(Ordering::Relaxed);
            if self.ended(GRACE) {
                return;
            }
            let silent = before % 2 == 1 && before == steps.load(Ordering::Relaxed);
            let others = bytes.load(Ordering::Relaxed) - first > 2 * PIPE as u64;
            if silent || others {
                over.store(true, Ordering::Relaxed);
                return;
            }
        }
    }
}

fn hand_over(lines: Vec<String>, log: &mut impl FnMut(Vec<String>)) {
    if !lines.is_empty() {
        log(lines);
    }
}
