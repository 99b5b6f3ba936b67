//! Jobs that the machine orders, and their outcomes.

use super::people::Refusal;
use pipewright_compiler::plan::TemplateId;
use pipewright_ir::arena::Id;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;
use std::{fmt, io};

/// Id of an attempt in its run.
pub(super) type JobId = Id<Job>;

/// One attempt of a component's task.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) id: JobId,
    pub(super) template: TemplateId,
    pub(super) inputs: BTreeMap<String, Json>,
    /// Time that it may take.
    pub(super) limit: Option<Duration>,
    /// Number of the attempt, from 1.
    pub(super) attempt: u32,
}

/// End of an attempt.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) result: Result<BTreeMap<String, Json>, Failure>,
    /// The outputs are those of an earlier run.
    pub(super) cached: bool,
}

impl From<Result<BTreeMap<String, Json>, Failure>> for Outcome {
    fn from(result: Result<BTreeMap<String, Json>, Failure>) -> Self {
        let cached = false;
        Self { result, cached }
    }
}

/// Failure of an attempt.
#[derive(Debug)]
pub(super) enum Failure {
    /// The run was stopped.
    Stopped,
    /// The attempt took longer than its limit.
    TimedOut(Duration),
    /// The component's function failed with a message.
    Component(String),
    /// A person gave no answer.
    Refused(Refusal),
    /// The file of its inputs cannot be written.
    Inputs(io::Error),
    /// The program cannot be run.
    Program { path: PathBuf, source: io::Error },
    /// The process could not do its part, as it says.
    Machine(String),
    /// The process succeeded, and left no file of outputs.
    Outputs(io::Error),
    /// An output is not among those that came back.
    Missing(String),
    /// A signal ended its process.
    Signal(i32),
    /// Its process ended with a code, and said nothing.
    Exited(i32),
    /// The thread that runs it has panicked: a mistake of the engine.
    Panicked,
}

impl Failure {
    /// Whether this machine has failed, and not the task: it has no room, no memory, or no more files.
    pub(super) fn is_of_machine(&self) -> bool {
        match self {
            Self::Inputs(_) | Self::Program { .. } | Self::Machine(_) | Self::Panicked => true,
            Self::Refused(refusal) => matches!(refusal, Refusal::Unasked(_)),
            // A task that ends its process leaves none.
            Self::Outputs(error) => error.kind() != io::ErrorKind::NotFound,
            _ => false,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped => f.write_str("stopped"),
            Self::TimedOut(limit) => write!(f, "timed out after {limit:?}"),
            Self::Component(message) | Self::Machine(message) => f.write_str(message),
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Inputs(error) => write!(f, "cannot write the inputs: {error}"),
            Self::Program { path, source } => {
                write!(f, "cannot run `{}`: {source}", path.display())
            }
            Self::Outputs(error) => write!(f, "it has left no outputs: {error}"),
            Self::Missing(output) => write!(f, "output `{output}` is missing"),
            Self::Signal(signal) => write!(f, "killed by signal {signal}"),
            Self::Exited(code) => write!(f, "exited with code {code}"),
            Self::Panicked => f.write_str("the engine has panicked"),
        }
    }
}

impl std::error::Error for Failure {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Inputs(error) | Self::Outputs(error) => Some(error),
            Self::Program { source, .. } => Some(source),
            Self::Stopped
            | Self::TimedOut(_)
            | Self::Component(_)
            | Self::Machine(_)
            | Self::Missing(_)
            | Self::Signal(_)
            | Self::Exited(_)
            | Self::Panicked => None,
        }
    }
}
