//! Files that are written through a buffer.

use crate::artifact::{Data, Error};
use std::fs;
use std::io::{self, BufWriter, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Size of the buffers between a content and its file.
pub(super) const BUFFER: usize = 64 * 1024;

/// What writes a file, and holds what is not in it yet.
pub(super) trait Sink: Sized {
    /// One that writes at the end of a file.
    fn open(file: fs::File) -> io::Result<Self>;

    /// Writes all that it holds.
    fn flush(&mut self) -> io::Result<()>;
}

impl Sink for BufWriter<fs::File> {
    fn open(file: fs::File) -> io::Result<Self> {
        Ok(Self::with_capacity(BUFFER, file))
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(self)
    }
}

/// The writing end of a content. It opens the file when it is needed.
#[derive(Debug)]
pub(super) struct Writer<S = BufWriter<fs::File>>(Mutex<State<S>>);

#[derive(Debug)]
enum State<S> {
    Closed,
    Open(S),
    /// Something could not be written, and the file is not whole.
    Broken(String),
}

impl<S> Default for Writer<S> {
    fn default() -> Self {
        Self(Mutex::new(State::Closed))
    }
}

impl<S: Sink> Writer<S> {
    /// Writes to the file of an artifact. After a failure the file is not whole, and nothing more can be done with it.
    pub(super) fn write<R>(
        &self,
        data: &Data,
        work: impl FnOnce(&mut S) -> io::Result<R>,
    ) -> Result<R, Error> {
        data.check_writable()?;
        let mut state = self.lock();
        if let State::Closed = *state {
            let opened = open(data).map_err(|error| Error::io(data.path(), "written", error))?;
            *state = State::Open(opened);
        }
        let sink = match &mut *state {
            State::Open(sink) => sink,
            State::Broken(reason) => return Err(Error::new(data.path(), reason.as_str())),
            State::Closed => unreachable!("it was opened"),
        };
        work(sink).map_err(|error| broken(&mut state, data, error))
    }

    /// Writes what is still in the buffer, if anything was written at all.
    pub(super) fn flush(&self, data: &Data) -> Result<(), Error> {
        let mut state = self.lock();
        match &mut *state {
            State::Closed => Ok(()),
            State::Open(sink) => sink
                .flush()
                .map_err(|error| broken(&mut state, data, error)),
            State::Broken(reason) => Err(Error::new(data.path(), reason.as_str())),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State<S>> {
        self.0.lock().unwrap_or_else(|poisoned: PoisonError<_>| {
            let mut state = poisoned.into_inner();
            *state = State::Broken("writing to it has panicked".into());
            state
        })
    }
}

fn broken<S>(state: &mut State<S>, data: &Data, error: io::Error) -> Error {
    let error = Error::io(data.path(), "written", error);
    *state = State::Broken("something could not be written, and it is not whole".into());
    error
}

fn open<S: Sink>(data: &Data) -> io::Result<S> {
    let mut options = fs::OpenOptions::new();
    S::open(options.read(true).append(true).open(data.path())?)
}
