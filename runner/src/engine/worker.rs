//! The tries of one task.

use super::cache::{Cache, Key};
use super::call::CallId;
use super::process::{self, End};
use super::stop::{STOPPED, Stop};
use crate::exec::{Answer, COMMAND, Call, Mode, write_inputs};
use pipewright_compiler::plan::{Plan, Template};
use pipewright_ir::graph;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A task that may start.
pub(super) struct Job {
    pub(super) call: CallId,
    pub(super) template: usize,
    pub(super) inputs: BTreeMap<String, Json>,
    /// Whether it belongs to an exit handler.
    pub(super) handler: bool,
}

/// What a worker tells.
pub(super) enum Message {
    Log {
        call: CallId,
        lines: Vec<String>,
    },
    Retry {
        call: CallId,
        attempt: u32,
        message: String,
    },
    Done {
        call: CallId,
        outcome: Outcome,
    },
    /// The run is to stop.
    Stop,
}

/// How a task ended.
pub(super) struct Outcome {
    pub(super) result: Result<BTreeMap<String, Json>, String>,
    pub(super) tries: u32,
    /// Whether the outputs are those of an earlier run.
    pub(super) cached: bool,
    pub(super) duration: Duration,
}

/// Runs tasks as processes.
pub(super) struct Worker<'a> {
    templates: &'a [Template],
    signatures: Vec<String>,
    program: PathBuf,
    folder: &'a Path,
    stop: Stop,
    cache: Option<Cache>,
    files: AtomicU64,
}

impl<'a> Worker<'a> {
    pub(super) fn new(
        plan: &'a Plan,
        program: PathBuf,
        folder: &'a Path,
        stop: Stop,
        cache: Option<Cache>,
    ) -> Self {
        Self {
            templates: &plan.templates,
            signatures: plan
                .templates
                .iter()
                .map(|template| template.component.signature())
                .collect(),
            program,
            folder,
            stop,
            cache,
            files: AtomicU64::new(0),
        }
    }

    /// Runs jobs until there are no more.
    pub(super) fn work(&self, jobs: &Mutex<Receiver<Job>>, messages: &SyncSender<Message>) {
        loop {
            let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(job) = job else { return };
            let call = job.call;
            let outcome = self.run(&job, messages);
            if messages.send(Message::Done { call, outcome }).is_err() {
                return;
            }
        }
    }

    fn run(&self, job: &Job, messages: &SyncSender<Message>) -> Outcome {
        let started = Instant::now();
        let kept = self.kept(job);
        if let Some((_, Some(outputs))) = kept {
            return Outcome {
                result: Ok(outputs),
                tries: 0,
                cached: true,
                duration: started.elapsed(),
            };
        }
        let retries = self.templates[job.template].options.retries.unwrap_or(0);
        let mut tries: u32 = 1;
        let result = loop {
            match self.attempt(job, messages) {
                Err(message) if tries <= retries && !self.stop.ends(job.handler) => {
                    tries += 1;
                    let (call, attempt) = (job.call, tries);
                    let _ = messages.send(Message::Retry {
                        call,
                        attempt,
                        message,
                    });
                }
                result => break result,
            }
        };
        if let (Some(cache), Some((key, None)), Ok(outputs)) = (&self.cache, kept, &result) {
            let component = &self.templates[job.template].component;
            if let Err(error) = cache.put(&key, component, outputs) {
                let lines = vec![format!("warning: its outputs cannot be kept: {error}")];
                let _ = messages.send(Message::Log {
                    call: job.call,
                    lines,
                });
            }
        }
        Outcome {
            result,
            tries,
            cached: false,
            duration: started.elapsed(),
        }
    }

    /// The key of a task whose outputs are kept, and what is kept of an earlier one.
    fn kept(&self, job: &Job) -> Option<(Key, Option<BTreeMap<String, Json>>)> {
        let cache = self.cache.as_ref()?;
        let template = &self.templates[job.template];
        let age = match template.options.cache? {
            graph::Cache::Never => return None,
            graph::Cache::Always => None,
            graph::Cache::For(age) => Some(age),
        };
        let key = Key::of(&template.code(), &job.inputs);
        let outputs = cache.get(&key, &template.component, age);
        Some((key, outputs))
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
        // A terminal's Ctrl-C is for the run, which ends its tasks itself.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.arg(COMMAND).args(call.words());
        command.envs(
            options
                .env
                .iter()
                .map(|variable| (&variable.name, &variable.value)),
        );

        let told = Arc::new(Mutex::new(None));
        let log = {
            let (told, messages, call) = (Arc::clone(&told), messages.clone(), job.call);
            move |lines: Vec<String>| {
                let error = lines
                    .iter()
                    .rev()
                    .find_map(|line| line.strip_prefix("error: "));
                if let Some(error) = error {
                    *told.lock().unwrap_or_else(PoisonError::into_inner) = Some(error.to_owned());
                }
                let _ = messages.send(Message::Log { call, lines });
            }
        };
        let end = process::run(
            command,
            options.timeout,
            &|| self.stop.ends(job.handler),
            log,
        )
        .map_err(|error| format!("cannot run `{}`: {error}", self.program.display()))?;
        let status = match end {
            End::Exited(status) => status,
            End::Stopped => return Err(STOPPED.into()),
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
