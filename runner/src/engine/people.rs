//! People who are asked by tasks that wait for them.

use pipewright_ir::graph::Output;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::{fmt, io};

/// People who answer tasks that wait for one.
pub trait People: fmt::Debug + Send + Sync {
    /// Asks a question. It must not wait: the answer is given later, from any thread.
    fn ask(&self, question: Question, answer: Answer);

    /// Takes a question back, whose answer nobody waits for any more: the run was stopped, or it took too long.
    fn withdraw(&self, task: &str);
}

/// Question to a person.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Path of the task; no two open questions of a run have the same.
    pub task: String,
    /// Message of the pipeline.
    pub message: String,
    /// Values that are asked for; none if the run is only to go on.
    pub outputs: Vec<Output>,
}

/// Recipient of the answer to a question. One that is dropped without an answer fails the task with
/// [`Refusal::Nobody`].
pub struct Answer(Option<Box<dyn FnOnce(Answered) + Send>>);

/// Outputs of the task, or the reason for which there are none.
type Answered = Result<BTreeMap<String, Json>, Refusal>;

/// Reason for which a question has no answer. The task fails with it.
#[derive(Debug)]
#[non_exhaustive]
pub enum Refusal {
    /// A person declined.
    Declined,
    /// There is nobody to be asked.
    Nobody,
    /// The question cannot be put.
    Unasked(io::Error),
    /// Another reason.
    Other(Box<dyn std::error::Error + Send + Sync>),
}

impl Answer {
    pub(super) fn new(give: impl FnOnce(Answered) + Send + 'static) -> Self {
        Self(Some(Box::new(give)))
    }

    /// Takes the outputs of the task, or the reason for which there are none. Nothing happens if the question was
    /// withdrawn.
    pub fn give(mut self, answer: Result<BTreeMap<String, Json>, Refusal>) {
        if let Some(give) = self.0.take() {
            give(answer);
        }
    }
}

impl Drop for Answer {
    fn drop(&mut self) {
        if let Some(give) = self.0.take() {
            give(Err(Refusal::Nobody));
        }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").finish_non_exhaustive()
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Declined => f.write_str("a person declined"),
            Self::Nobody => f.write_str("it waits for a person, and nobody can be asked"),
            Self::Unasked(error) => write!(f, "it cannot be asked: {error}"),
            Self::Other(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Refusal {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Declined | Self::Nobody => None,
            Self::Unasked(error) => Some(error),
            Self::Other(error) => Some(&**error),
        }
    }
}
