//! One attempt of a job: its outputs are found, or a process makes them.

use super::artifacts::{Artifacts, has_artifacts};
use super::cache::Key;
use super::setup::Setup;
use super::worker::WorkerId;
use crate::engine::job::{Failure, Job, Outcome};
use crate::engine::process;
use crate::engine::process::control::{Control, Wakeups};
use crate::engine::process::end::End;
use crate::engine::process::task::Task;
use crate::exec::{Answer, COMMAND, Call, Folders, Mode, write_inputs};
use pipewright_ir::graph::Cache;
use pipewright_ir::json::Json;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitStatus;

/// Outputs of a task by name.
type Outputs = BTreeMap<String, Json>;

/// Runs an attempt. `log` is given the lines that it prints, and must not wait.
pub(super) fn run(
    setup: &Setup<'_>,
    worker: WorkerId,
    job: &Job,
    control: (&Control, &Wakeups),
    mut log: impl FnMut(Vec<String>),
) -> Outcome {
    let imported;
    let mut job = job;
    if let Some(artifacts) = artifacts_of(setup, job) {
        let component = &setup.template(job.template).component;
        match artifacts.import(component, &job.inputs) {
            Ok(inputs) => {
                imported = Job {
                    inputs,
                    ..job.clone()
                }
            }
            Err(reason) => return Err(Failure::Component(reason)).into(),
        }
        job = &imported;
    }
    let key = key(setup, job);
    match known(setup, job, key.as_ref()) {
        Ok(Some(outputs)) => {
            let result = Ok(outputs);
            let cached = true;
            return Outcome { result, cached };
        }
        Ok(None) => {}
        Err(reason) => log(vec![format!(
            "warning: the outputs of an earlier run are not used: {reason}"
        )]),
    }
    let (inputs, outputs) = (setup.file(job.id, "inputs"), setup.file(job.id, "outputs"));
    let result = process(setup, worker, job, (&inputs, &outputs), control, &mut log);
    if let Some(artifacts) = artifacts_of(setup, job) {
        artifacts.clear(worker);
    }
    // A folder that grows with the run would be slow to remove; what stays goes with the folder.
    let _ = std::fs::remove_file(inputs);
    let _ = std::fs::remove_file(outputs);
    // A task that cannot be kept has succeeded all the same.
    if let (Some(cache), Some(key), Ok(outputs)) = (setup.cache(), key, &result) {
        let component = &setup.template(job.template).component;
        if let Err(error) = cache.put(&key, component, outputs, setup.artifacts()) {
            log(vec![format!(
                "warning: its outputs cannot be kept: {error}"
            )]);
        }
    }
    result.into()
}

/// The artifacts of the run, for a task that has any.
fn artifacts_of<'s>(setup: &'s Setup<'_>, job: &Job) -> Option<&'s Artifacts> {
    let component = &setup.template(job.template).component;
    setup.artifacts().filter(|_| has_artifacts(component))
}

/// The key of a task whose outputs are kept.
fn key(setup: &Setup<'_>, job: &Job) -> Option<Key> {
    setup.cache()?;
    let template = setup.template(job.template);
    match template.options.cache? {
        Cache::Never => None,
        Cache::Always | Cache::For(_) => Some(Key::of(&template.code(), &job.inputs)),
    }
}

/// The outputs of an earlier run, or why those that are there cannot be used.
fn known(setup: &Setup<'_>, job: &Job, key: Option<&Key>) -> Result<Option<Outputs>, String> {
    // What has failed once is not looked for again: it would be no attempt.
    if job.attempt > 1 {
        return Ok(None);
    }
    let template = setup.template(job.template);
    let age = match template.options.cache {
        None | Some(Cache::Never) => return Ok(None),
        Some(Cache::Always) => None,
        Some(Cache::For(age)) => Some(age.duration()),
    };
    match (setup.cache(), key) {
        (Some(cache), Some(key)) => cache.get(key, &template.component, age, setup.artifacts()),
        _ => Ok(None),
    }
}

/// Runs a process that reads its inputs from one file, and leaves its outputs in the other.
fn process(
    setup: &Setup<'_>,
    worker: WorkerId,
    job: &Job,
    (inputs, outputs): (&Path, &Path),
    control: (&Control, &Wakeups),
    mut log: impl FnMut(Vec<String>),
) -> Result<Outputs, Failure> {
    let template = setup.template(job.template);
    write_inputs(inputs, &job.inputs).map_err(Failure::Inputs)?;
    let call = Call {
        component: template.component.key.clone(),
        signature: Some(setup.signature(job.template).to_owned()),
        mode: Mode::Local {
            inputs: inputs.into(),
            outputs: outputs.into(),
            grace: Some(setup.grace()),
            artifacts: artifacts_of(setup, job).map(|artifacts| Folders {
                store: artifacts.store().folder().to_owned(),
                task: artifacts.folder(worker),
            }),
        },
    };
    let mut command = setup.program().command();
    // A terminal's Ctrl-C is for the run, which ends its tasks itself. The task leaves the terminal altogether.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.arg(COMMAND).args(call.words());
    let env = template.options.env.iter();
    command.envs(env.map(|variable| (variable.name.as_str(), &*variable.value)));
    let limit = job.limit;
    #[cfg(unix)]
    let mark = setup.mark(job.id);
    let task = Task {
        command,
        limit,
        grace: setup.grace(),
        lifeline: setup.lifeline(),
        answer: outputs,
        #[cfg(unix)]
        mark: &mark,
        #[cfg(unix)]
        family: setup.family(),
    };
    let mut last_error = None;
    let end = process::run(task, control, |lines| {
        // A process of another version says only here what it expects.
        let errors = lines.iter().rev();
        let mut errors = errors.filter_map(|line| line.strip_prefix("error: "));
        if let Some(error) = errors.next() {
            last_error = Some(error.to_owned());
        }
        log(lines);
    });
    let end = end.map_err(|source| Failure::Program {
        path: setup.program().path().to_owned(),
        source,
    })?;
    let status = match end {
        End::Exited(status) => status,
        End::Cancelled => return Err(Failure::Stopped),
        End::TimedOut => {
            let limit = limit.expect("only a process with a limit times out");
            return Err(Failure::TimedOut(limit));
        }
    };
    match (status.success(), Answer::read(outputs)) {
        (true, Ok(Answer::Outputs(outputs))) => Ok(outputs.into_owned()),
        (_, Ok(Answer::Failure(message))) => Err(Failure::Component(message.into_owned())),
        (true, Err(error)) => Err(Failure::Outputs(error)),
        // The process has left no word: it is of another version, or somebody has ended it.
        (false, Ok(Answer::Outputs(_)) | Err(_)) => Err(failure(status, last_error)),
    }
}

/// Failure of a process that has left no answer: the last error that it printed, or its end.
fn failure(status: ExitStatus, last_error: Option<String>) -> Failure {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return Failure::Signal(signal);
    }
    match (last_error, status.code()) {
        // The code of `exec` for what is no failure of the component.
        (Some(error), Some(4)) if error.starts_with("cannot ") => Failure::Machine(error),
        (Some(error), _) => Failure::Component(error),
        (None, Some(code)) => Failure::Exited(code),
        (None, None) => Failure::Component(status.to_string()),
    }
}
