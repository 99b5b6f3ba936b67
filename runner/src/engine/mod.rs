//! Runs a plan on this machine: every task is a process of this program.
//!
//! It means the same as the plan's workflow on a cluster: a task starts when those before it succeeded or were skipped,
//! a condition that does not hold skips its task. A failed task fails its block in the end: tasks after it are left out,
//! those that do not depend on it still run. The items of a loop run side by side as far as its limit allows, and one
//! that fails does not keep the others from running. An exit handler runs when its part or the pipeline has ended.

mod cache;
mod call;
mod check;
mod each;
mod error;
mod evaluate;
mod event;
mod exit;
mod frame;
mod inputs;
mod kill;
mod log;
mod people;
mod process;
pub mod progress;
mod report;
mod schedule;
mod settle;
mod stop;
mod summary;
mod worker;

pub use error::{ContainerTask, Error};
pub use event::{Event, Observer};
pub use people::{People, Question};
pub use report::{Kind, Phase, Report, TaskReport, Value};
pub use stop::Stop;

use cache::Cache;
use pipewright_compiler::plan::Plan;
use pipewright_ir::graph::Body;
use pipewright_ir::json::Json;
use schedule::Schedule;
use std::collections::{BTreeMap, HashSet};
use std::num::NonZero;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;
use std::time::Instant;
use worker::{Job, Message, Worker};

/// How a plan runs.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How many processes run at once; the number of processors if it is not set.
    pub parallelism: Option<NonZero<usize>>,
    /// The program whose processes the tasks are; this one if it is not set.
    pub program: Option<PathBuf>,
    /// The folder in which outputs are kept for later runs; none are kept or used if it is not set.
    pub cache: Option<PathBuf>,
    /// Runs what has kept outputs too, and keeps the new ones in their place.
    pub refresh: bool,
    /// Who is asked by tasks that wait for a person; they fail if it is not set.
    pub people: Option<Arc<dyn People>>,
    /// Who may stop the run.
    pub stop: Stop,
}

/// How many messages of tasks wait for the observer; tasks that print more wait.
const MESSAGES: usize = 256;

/// Runs a plan to its end.
///
/// `arguments` are values of the plan's parameters in the form of their types; those that are left out have their
/// defaults. A run in which tasks fail has a report too.
///
/// # Errors
/// What keeps the run from starting: wrong arguments, tasks that cannot run here, no place for files.
pub fn run(
    plan: &Plan,
    arguments: &BTreeMap<String, Json>,
    options: &Options,
    observer: &mut dyn Observer,
) -> Result<Report, Error> {
    let started = Instant::now();
    check::containers(plan)?;
    let inputs = check::arguments(plan, arguments)?;
    let folder = tempfile::Builder::new().prefix("pipewright-").tempdir();
    let folder = folder.map_err(|error| {
        Error::Infrastructure(format!("cannot make a folder for the run: {error}"))
    })?;
    let program = match &options.program {
        Some(program) => program.clone(),
        None => std::env::current_exe().map_err(|error| {
            Error::Infrastructure(format!("cannot tell where this program is: {error}"))
        })?,
    };
    let worker = Worker::new(
        plan,
        program,
        folder.path(),
        options.stop.clone(),
        options
            .cache
            .clone()
            .map(|folder| Cache::new(folder, options.refresh)),
    );
    let parallelism = options
        .parallelism
        .or_else(|| thread::available_parallelism().ok());
    let mut schedule = Schedule::new(plan, inputs);
    drive(
        &mut schedule,
        &worker,
        parallelism.map_or(1, NonZero::get),
        options,
        observer,
    )?;
    Ok(schedule.report(started.elapsed()))
}

fn drive(
    schedule: &mut Schedule<'_>,
    worker: &Worker<'_>,
    parallelism: usize,
    options: &Options,
    observer: &mut dyn Observer,
) -> Result<(), Error> {
    let (give, jobs) = mpsc::channel::<Job>();
    let (send, messages) = mpsc::sync_channel::<Message>(MESSAGES);
    let jobs = Mutex::new(jobs);
    let stop = &options.stop;
    thread::scope(|scope| {
        // Owned here, so that the workers end however this closure does.
        let (give, messages) = (give, messages);
        let _attached = stop.attach(send.clone());
        let mut running = 0;
        let mut workers = 0;
        // These need no processor.
        let mut waiting = HashSet::new();
        loop {
            while running < parallelism
                && let Some(job) = schedule.next(observer)
            {
                let template = &schedule.plan.templates[job.template];
                if template.component.body == Body::Approval {
                    waiting.insert(job.call);
                    let (send, task) = (send.clone(), schedule.path(job.call));
                    let work = move || {
                        let people = options.people.as_deref();
                        let outcome = people::ask(people, task, &job, template, stop);
                        let call = job.call;
                        // Nobody listens any more if the run has ended.
                        let _ = send.send(Message::Done { call, outcome });
                    };
                    thread::Builder::new()
                        .spawn_scoped(scope, work)
                        .map_err(|error| no_thread(&error))?;
                    continue;
                }
                running += 1;
                if workers < running {
                    workers += 1;
                    let (send, jobs) = (send.clone(), &jobs);
                    thread::Builder::new()
                        .spawn_scoped(scope, move || worker.work(jobs, &send))
                        .map_err(|error| no_thread(&error))?;
                }
                give.send(job).map_err(|_| stopped())?;
            }
            if stop.ends(true) {
                schedule.stop(stop, observer);
            }
            if running == 0 && waiting.is_empty() {
                return Ok(());
            }
            match messages.recv().map_err(|_| stopped())? {
                Message::Log { call, lines } => schedule.log(call, &lines, observer),
                Message::Retry {
                    call,
                    attempt,
                    message,
                } => schedule.retry(call, attempt, &message, observer),
                Message::Done { call, outcome } => {
                    if !waiting.remove(&call) {
                        running -= 1;
                    }
                    schedule.done(call, outcome, observer);
                }
                Message::Stop => schedule.stop(stop, observer),
            }
        }
    })
}

fn no_thread(error: &std::io::Error) -> Error {
    Error::Infrastructure(format!("cannot start a thread: {error}"))
}

fn stopped() -> Error {
    Error::Infrastructure("the threads that run tasks have stopped".into())
}
