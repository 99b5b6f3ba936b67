use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// Number of pieces of a log that wait for their reader; a process that prints more waits.
const PIECES: usize = 16;

/// Orders to the thread that waits for a process.
#[derive(Debug)]
pub(crate) struct Control {
    /// How often somebody has ended the process.
    cancels: AtomicU32,
    /// Pieces of the log that nobody has taken yet.
    waiting: AtomicUsize,
    wake: PipeWriter,
}

/// End of [`Control`] at which the thread waits.
#[derive(Debug)]
pub(crate) struct Wakeups(PipeReader);

/// Room for a piece of a log, which is given back when the piece was taken.
#[derive(Debug)]
pub(crate) struct Room(Arc<Control>);

impl Control {
    pub(crate) fn new() -> io::Result<(Arc<Self>, Wakeups)> {
        let (reader, wake) = io::pipe()?;
        let control = Self {
            cancels: AtomicU32::new(0),
            waiting: AtomicUsize::new(0),
            wake,
        };
        Ok((Arc::new(control), Wakeups(reader)))
    }

    /// Ends the process, which may clean up. The second time it may not.
    pub(crate) fn cancel(&self) {
        self.cancels.fetch_add(1, Ordering::SeqCst);
        self.wake();
    }

    /// Forgets what was said of an earlier process.
    pub(crate) fn reset(&self) {
        self.cancels.store(0, Ordering::SeqCst);
    }

    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancels.load(Ordering::SeqCst) > 0
    }

    /// Whether the process has no time to clean up any more.
    pub(crate) fn is_forced(&self) -> bool {
        self.cancels.load(Ordering::SeqCst) > 1
    }

    /// Room for another piece of the log.
    pub(crate) fn has_room(&self) -> bool {
        self.waiting.load(Ordering::SeqCst) < PIECES
    }

    /// Takes room for a piece of the log.
    pub(crate) fn room(self: &Arc<Self>) -> Room {
        self.waiting.fetch_add(1, Ordering::SeqCst);
        Room(Arc::clone(self))
    }

    fn wake(&self) {
        // Nobody waits any more if it cannot be written.
        let _ = (&self.wake).write(&[0]);
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        // The thread does not wait for room while there is some.
        if self.0.waiting.fetch_sub(1, Ordering::SeqCst) == PIECES {
            self.0.wake();
        }
    }
}

impl Wakeups {
    /// The pipe that can be read when somebody has said something.
    pub(crate) fn pipe(&self) -> &PipeReader {
        &self.0
    }

    /// Takes what makes the pipe readable.
    pub(crate) fn take(&self) -> io::Result<()> {
        (&self.0).read(&mut [0; 64]).map(drop)
    }
}
