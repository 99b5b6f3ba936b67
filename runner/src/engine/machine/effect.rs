use crate::engine::event::Event;
use crate::engine::job::{Job, JobId, Outcome};
use crate::engine::people::Question;
use std::time::Duration;

/// What happens to a run from outside.
#[derive(Debug)]
pub(crate) enum Input {
    /// A job has printed lines.
    Log { job: JobId, lines: Vec<String> },
    /// A job has ended: an attempt of a process, or a question.
    Ended { job: JobId, outcome: Outcome },
    /// Somebody has stopped the run so many times.
    Stop(u32),
}

/// What is to be done for a run. Effects are carried out in their order.
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
    /// Ends a job, which tells its end then.
    Cancel(JobId),
    /// Tells the observer.
    Emit(Event),
}
