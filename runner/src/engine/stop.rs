use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Handle that stops a run from another thread.
///
/// The first call ends what runs and starts nothing more but the exit handlers of what has started and of the pipeline; the
/// second one ends these, too.
#[derive(Clone, Default)]
pub struct Stop(Arc<Shared>);

#[derive(Default)]
struct Shared {
    /// Number of calls.
    level: AtomicU32,
    listeners: Mutex<Listeners>,
}

#[derive(Default)]
struct Listeners {
    next: u64,
    known: Vec<(u64, Box<Listener>)>,
}

/// Function that takes the number of calls.
type Listener = dyn Fn(u32) + Send;

impl Stop {
    /// Stops the run, or the exit handlers of one that is stopped. Returns the number of calls.
    pub fn stop(&self) -> u32 {
        let level = self.0.level.fetch_add(1, Ordering::SeqCst) + 1;
        for (_, listener) in &self.listeners().known {
            listener(level);
        }
        level
    }

    /// Number of calls.
    pub(super) fn level(&self) -> u32 {
        self.0.level.load(Ordering::SeqCst)
    }

    /// Hands each number of calls to a listener, until what it returns is dropped. The listener must not wait.
    pub(super) fn listen(&self, listener: impl Fn(u32) + Send + 'static) -> Listening<'_> {
        let mut listeners = self.listeners();
        let id = listeners.next;
        listeners.next += 1;
        listeners.known.push((id, Box::new(listener)));
        Listening { stop: self, id }
    }

    fn listeners(&self) -> MutexGuard<'_, Listeners> {
        let listeners = self.0.listeners.lock();
        listeners.unwrap_or_else(PoisonError::into_inner)
    }
}

/// Listener of a [`Stop`], as long as it is kept.
pub(super) struct Listening<'a> {
    stop: &'a Stop,
    id: u64,
}

impl Drop for Listening<'_> {
    fn drop(&mut self) {
        let known = &mut self.stop.listeners().known;
        known.retain(|(id, _)| *id != self.id);
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stop")
            .field("level", &self.level())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::thread;

    #[test]
    fn each_call_counts_once() {
        let stop = Stop::default();
        let mut levels: Vec<u32> = thread::scope(|scope| {
            let calls: Vec<_> = (0..8).map(|_| scope.spawn(|| stop.stop())).collect();
            let levels = calls.into_iter().map(|call| call.join().expect("it ends"));
            levels.collect()
        });
        levels.sort_unstable();
        assert_eq!(levels, (1..=8).collect::<Vec<_>>());
    }

    #[test]
    fn runs_are_told_until_they_end() {
        let stop = Stop::default();
        let (send, levels) = mpsc::channel();
        let other = send.clone();
        let first = stop.listen(move |level| send.send(level).expect("it listens"));
        let _second = stop.listen(move |level| other.send(10 * level).expect("it listens"));
        stop.stop();
        drop(first);
        stop.stop();
        assert_eq!(levels.try_iter().collect::<Vec<_>>(), [1, 10, 20]);
    }
}
