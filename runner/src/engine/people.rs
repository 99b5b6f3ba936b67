//! Tasks that wait for a person.

use super::stop::{STOPPED, Stop};
use super::worker::{Job, Outcome};
use pipewright_compiler::plan::Template;
use pipewright_ir::graph::Output;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::fmt;
use std::time::Instant;

/// Who is asked when a task waits for a person.
pub trait People: fmt::Debug + Send + Sync {
    /// Waits for the outputs of a task. It gives up with what `over` says, as soon as that says something.
    ///
    /// # Errors
    /// Why there are none: the task fails with it.
    fn ask(
        &self,
        question: &Question,
        over: &dyn Fn() -> Option<String>,
    ) -> Result<BTreeMap<String, Json>, String>;
}

/// What a person is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Path of the task.
    pub task: String,
    /// What the pipeline says.
    pub message: String,
    /// What is wanted; nothing if it is only to go on.
    pub outputs: Vec<Output>,
}

/// Asks for the outputs of a task.
pub(super) fn ask(
    people: Option<&dyn People>,
    task: String,
    job: &Job,
    template: &Template,
    stop: &Stop,
) -> Outcome {
    let started = Instant::now();
    let message = job.inputs.get("message").map(Json::to::<String>);
    let question = Question {
        task,
        message: message.and_then(Result::ok).unwrap_or_default(),
        outputs: template.component.outputs.clone(),
    };
    let over = || match template.options.timeout {
        _ if stop.ends(job.handler) => Some(STOPPED.to_owned()),
        Some(limit) if started.elapsed() >= limit => Some(format!("timed out after {limit:?}")),
        _ => None,
    };
    let result = match people {
        Some(people) => people.ask(&question, &over),
        None => Err("it waits for a person, and nobody can be asked".into()),
    };
    Outcome {
        result,
        tries: 0,
        cached: false,
        duration: started.elapsed(),
    }
}
