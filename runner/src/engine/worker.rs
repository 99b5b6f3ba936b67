//! The tries of one task.

use super::process::{self, End};
use crate::exec::{Answer, COMMAND, Call, Mode, write_inputs};
use pipewright_compiler::plan::{Plan, Template};
use pipewright_dsl::json::Json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A task of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NodeId {
    pub(super) frame: usize,
    pub(super) task: usize,
}

/// A task that may start.
pub(super) struct Job {
    pub(super) node: NodeId,
    pub(super) template: usize,
    pub(super) inputs: BTreeMap<String, Json>,
}

/// What a worker tells.
pub(super) enum Message {
    Log {
        node: NodeId,
        lines: Vec<String>,
    },
    Retry {
        node: NodeId,
        attempt: u32,
        message: String,
    },
    Done {
        node: NodeId,
        outcome: Outcome,
    },
}

/// How a task ended.
pub(super) struct Outcome {
    pub(super) result: Result<BTreeMap<String, Json>, String>,
    pub(super) tries: u32,
    pub(super) duration: Duration,
}

/// Runs tasks as processes.
pub(super) struct Worker<'a> {
    templates: &'a [Template],
    signatures: Vec<String>,
    program: PathBuf,
    folder: &'a Path,
    files: AtomicU64,
}

impl<'a> Worker<'a> {
    pub(super) fn new(plan: &'a Plan, program: PathBuf, folder: &'a Path) -> Self {
        Self {
            templates: &plan.templates,
            signatures: plan
                .templates
                .iter()
                .map(|template| template.component.signature())
                .collect(),
            program,
            folder,
            files: AtomicU64::new(0),
        }
    }

    /// Runs jobs until there are no more.
    pub(super) fn work(&self, jobs: &Mutex<Receiver<Job>>, messages: &SyncSender<Message>) {
        loop {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(job) = job else { return };
            let node = job.node;
            let outcome = self.run(&job, messages);
            if messages.send(Message::Done { node, outcome }).is_err() {
                return;
            }
        }
    }

    fn run(&self, job: &Job, messages: &SyncSender<Message>) -> Outcome {
        let started = Instant::now();
        let retries = self.templates[job.template].options.retries.unwrap_or(0);
        let mut tries: u32 = 1;
        let result = loop {
            match self.attempt(job, messages) {
                Err(message) if tries <= retries => {
                    tries += 1;
                    let (node, attempt) = (job.node, tries);
                    let _ = messages.send(Message::Retry {
                        node,
                        attempt,
                        message,
                    });
                }
                result => break result,
            }
        };
        Outcome {
            result,
            tries,
            duration: started.elapsed(),
        }
    }

    fn attempt(
        &self,
        job: &Job,
        messages: &SyncSender<Message>,
    ) -> Result<BTreeMap<String, Json>, String> {
        let number = self.files.fetch_add(1, Ordering::Relaxed);
        let inputs = self.folder.join(format!("{number}.inputs"));
        let outputs = self.folder.join(format!("{number}.outputs"));
        let result = self.process(job, &inputs, &outputs, messages);
        // A folder that grows with the run would be slow to remove; what stays goes with the folder.
        let _ = std::fs::remove_file(inputs);
        let _ = std::fs::remove_file(outputs);
        result
    }

    fn process(
        &self,
        job: &Job,
        inputs: &Path,
        outputs: &Path,
        messages: &SyncSender<Message>,
    ) -> Result<BTreeMap<String, Json>, String> {
        let Template {
            component, options, ..
        } = &self.templates[job.template];
        write_inputs(inputs, &job.inputs)
            .map_err(|error| format!("cannot write the inputs: {error}"))?;
        let call = Call {
            component: component.key.clone(),
            signature: Some(self.signatures[job.template].clone()),
            mode: Mode::Local {
                inputs: inputs.into(),
                outputs: outputs.into(),
            },
        };
        let mut command = Command::new(&self.program);
        command.arg(COMMAND).args(call.words());
        command.envs(
            options
                .env
                .iter()
                .map(|variable| (&variable.name, &variable.value)),
        );

        let told = Arc::new(Mutex::new(None));
        let log = {
            let (told, messages, node) = (Arc::clone(&told), messages.clone(), job.node);
            move |lines: Vec<String>| {
                let error = lines
                    .iter()
                    .rev()
                    .find_map(|line| line.strip_prefix("error: "));
                if let Some(error) = error {
                    *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(error.to_owned());
                }
                let _ = messages.send(Message::Log { node, lines });
            }
        };
        let end = process::run(command, options.timeout, log)
            .map_err(|error| format!("cannot run `{}`: {error}", self.program.display()))?;
        let status = match end {
            End::Exited(status) => status,
            End::TimedOut => {
                return Err(format!(
                    "timed out after {:?}",
                    options.timeout.unwrap_or_default()
                ));
            }
        };
        let answer = Answer::read(outputs);
        match (status.success(), answer) {
            (true, Ok(Answer::Outputs(outputs))) => Ok(outputs.into_owned()),
            (true, Ok(Answer::Failure(message))) => Err(message.into_owned()),
            (true, Err(error)) => Err(format!("it has left no outputs: {error}")),
            (false, Ok(Answer::Failure(message))) => Err(message.into_owned()),
            (false, _) => {
                let told = told.lock().unwrap_or_else(PoisonError::into_inner).take();
                Err(told
                    .filter(|_| status.code().is_some())
                    .unwrap_or_else(|| describe(status)))
            }
        }
    }
}

fn describe(status: ExitStatus) -> String {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return format!("killed by signal {signal}");
    }
    match status.code() {
        Some(code) => format!("exited with code {code}"),
        None => status.to_string(),
    }
}
