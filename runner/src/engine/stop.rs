//! Ends a run before its end.

use super::Observer;
use super::frame::NodeId;
use super::schedule::Schedule;
use super::settle::Over;
use super::worker::Message;
use std::fmt;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};

/// Why a task ends that is stopped.
pub(super) const STOPPED: &str = "stopped";

/// Stops a run from another thread.
///
/// The first call ends what runs and starts nothing more but the exit handlers of what has started and of the pipeline; the
/// second one ends these, too.
#[derive(Clone, Default)]
pub struct Stop(Arc<Shared>);

#[derive(Default)]
struct Shared {
    /// How often it was asked.
    level: AtomicU8,
    run: Mutex<Option<SyncSender<Message>>>,
}

impl Stop {
    /// Stops the run, or the exit handlers of one that is stopped. Gives how often it was asked.
    pub fn stop(&self) -> u8 {
        let level = self.0.level.load(Ordering::SeqCst).saturating_add(1);
        self.0.level.store(level, Ordering::SeqCst);
        let run = self
            .0
            .run
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        if let Some(run) = run {
            // A run that is over needs no word.
            let _ = run.send(Message::Stop);
        }
        level
    }

    /// Whether a task of an exit handler, or one of the rest, must end.
    pub(super) fn ends(&self, handler: bool) -> bool {
        self.0.level.load(Ordering::Relaxed) > u8::from(handler)
    }

    /// Tells a run when it is to stop, until what it gives is dropped.
    pub(super) fn attach(&self, messages: SyncSender<Message>) -> Attached<'_> {
        let mut run = self.0.run.lock().unwrap_or_else(PoisonError::into_inner);
        if self.ends(false) {
            let _ = messages.try_send(Message::Stop);
        }
        *run = Some(messages);
        Attached(self)
    }
}

/// A run that can be stopped.
pub(super) struct Attached<'a>(&'a Stop);

impl Drop for Attached<'_> {
    fn drop(&mut self) {
        let mut run = self.0.0.run.lock().unwrap_or_else(PoisonError::into_inner);
        *run = None;
    }
}

impl fmt::Debug for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stop")
            .field("level", &self.0.level)
            .finish_non_exhaustive()
    }
}

impl Schedule<'_> {
    /// Starts nothing more, but exit handlers unless they are to end too. Processes end by themselves.
    pub(super) fn stop(&mut self, stop: &Stop, observer: &mut dyn Observer) {
        self.abandoned |= stop.ends(true);
        let frames = self.frames.iter_mut().enumerate();
        let stopped = frames.filter_map(|(index, frame)| {
            let ends = !frame.closed && !frame.stopped && stop.ends(frame.handler);
            ends.then(|| {
                frame.stop();
                index
            })
        });
        let stopped: Vec<usize> = stopped.collect();
        let frames = &self.frames;
        self.ready.retain(|node| !frames[node.frame].stopped);
        self.loops.retain(|node| !frames[node.frame].stopped);
        for frame in stopped {
            for task in 0..self.frames[frame].nodes.len() {
                let each = self.frames[frame].nodes[task].each.as_mut();
                if each.is_some_and(|each| each.stop()) {
                    let over = self.loop_ended(NodeId { frame, task });
                    self.settle(over, observer);
                }
            }
            if self.frames[frame].over() {
                self.settle(Over::Frame(frame), observer);
            }
        }
    }
}
