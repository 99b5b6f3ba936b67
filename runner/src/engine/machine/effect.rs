use crate::engine::event::Event;
use crate::engine::job::{Job, JobId, Outcome};
use crate::engine::people::Question;
use std::time::Duration;

/// Input from outside of the machine.
#[derive(Debug)]
pub(crate) enum Input {
    /// A job has printed lines.
    Log { job: JobId, lines: Vec<String> },
    /// A job has ended: an attempt of a process, or a question.
    Ended { job: JobId, outcome: Outcome },
    /// Somebody has stopped the run so many times.
    Stop(u32),
}

/// Order to the driver. Effects are carried out one after the other.
#[derive(Debug)]
pub(crate) enum Effect {
    /// Starts a process.
    Start(Job),
    /// Asks a person, for as long as the limit allows.
    Ask {
        job: JobId,
        question: Question,
        limit: Option<Duration>,
    },
    /// Ends a job; its end is an input, as any other.
    Cancel(JobId),
    /// Hands an event to the observer.
    Emit(Event),
}
