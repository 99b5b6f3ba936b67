use super::job::{JobId, Outcome};
use super::people::Refusal;
use super::process::control::Room;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;

/// Message to the driver of a run: from workers, from people, and from a [`Stop`](super::stop::Stop).
#[derive(Debug)]
pub(super) enum Message {
    /// A job has printed lines.
    Log {
        job: JobId,
        lines: Vec<String>,
        /// Given back when the observer has seen the lines.
        room: Room,
    },
    /// A job has ended.
    Ended { job: JobId, outcome: Outcome },
    /// A person has answered, or cannot be asked.
    Answered {
        job: JobId,
        answer: Result<BTreeMap<String, Json>, Refusal>,
    },
    /// Somebody has stopped the run so many times.
    Stop(u32),
}
