//! The machine without threads, processes and time.

mod plans;
mod random;

use super::Machine;
use super::effect::{Effect, Input};
use crate::engine::event::Event;
use crate::engine::job::{Failure, JobId};
use crate::engine::phase::Phase;
use crate::engine::report::Report;
use pipewright_compiler::plan::Plan;
use pipewright_ir::graph::Parallelism;
use pipewright_ir::json::Json;
use plans::{Block, Step, plan};
use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

/// A machine with what it has asked for.
struct Bench<'p> {
    machine: Machine<'p>,
    /// Jobs that run, with the paths of their tasks.
    jobs: Vec<(JobId, String)>,
    cancelled: Vec<JobId>,
    events: Vec<Event>,
    /// Number of inputs: the machine's clock.
    inputs: u64,
}

impl<'p> Bench<'p> {
    fn new(plan: &'p Plan, parallelism: usize) -> Self {
        Self {
            machine: Machine::new(plan, parallelism),
            jobs: vec![],
            cancelled: vec![],
            events: vec![],
            inputs: 0,
        }
    }

    fn started(plan: &'p Plan, parallelism: usize) -> Self {
        let mut bench = Self::new(plan, parallelism);
        bench.start();
        bench
    }

    fn start(&mut self) {
        let effects = self.machine.start(self.now(), HashMap::new());
        self.take(effects);
    }

    fn handle(&mut self, input: Input) {
        self.inputs += 1;
        let effects = self.machine.handle(self.now(), input);
        self.take(effects);
    }

    fn now(&self) -> Duration {
        Duration::from_secs(self.inputs)
    }

    fn take(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Start(job) => self.add(job.id),
                Effect::Ask { job, question, .. } => {
                    self.add(job);
                    let (_, path) = self.jobs.last().expect("it was added");
                    assert_eq!(question.task, *path);
                }
                Effect::Cancel(job) => self.cancelled.push(job),
                Effect::Emit(event) => self.events.push(event),
            }
        }
    }

    /// Adds a job. What it prints tells its path.
    fn add(&mut self, job: JobId) {
        assert!(self.jobs.iter().all(|(known, _)| *known != job));
        let lines = vec!["line".to_owned()];
        let logged = self.machine.handle(self.now(), Input::Log { job, lines });
        let [Effect::Emit(Event::Log { task, .. })] = &logged[..] else {
            panic!("{logged:?}");
        };
        self.jobs.push((job, task.clone()));
    }

    /// Ends the job of an index.
    fn end(&mut self, index: usize, succeeds: bool) -> JobId {
        let (job, _) = self.jobs.remove(index);
        let result = match succeeds {
            true => Ok(BTreeMap::from([("output".to_owned(), number(7))])),
            false if self.cancelled.contains(&job) => Err(Failure::Stopped),
            false => Err(Failure::Exited(1)),
        };
        let outcome = result.into();
        self.handle(Input::Ended { job, outcome });
        job
    }

    fn paths(&self) -> Vec<&str> {
        self.jobs.iter().map(|(_, path)| path.as_str()).collect()
    }

    fn report(self) -> Report {
        assert!(self.machine.has_ended());
        let now = self.now();
        self.machine.report(now)
    }
}

fn number(value: i64) -> Json {
    Json::of(&value).expect("a number is JSON")
}

fn of(tasks: Vec<Step>) -> Plan {
    plan(&Block { tasks, retries: 0 }, None)
}

#[test]
fn as_many_processes_run_as_there_may() {
    let plan = of(vec![
        Step::process(0),
        Step::question(),
        Step::process(0),
        Step::process(0),
    ]);
    let mut bench = Bench::started(&plan, 2);
    // Questions need no processor.
    assert_eq!(bench.paths(), ["t0", "t1", "t2"]);
    bench.end(0, true);
    assert_eq!(bench.paths(), ["t1", "t2", "t3"]);
    for _ in 0..3 {
        bench.end(0, true);
    }
    assert!(bench.report().succeeded());
}

#[test]
fn items_start_when_nothing_else_does() {
    let plan = of(vec![
        Step::process(0).each(3, Parallelism::Unlimited),
        Step::process(0),
    ]);
    let mut bench = Bench::started(&plan, 2);
    assert_eq!(bench.paths(), ["t1", "t0(0)"]);
    bench.end(1, true);
    assert_eq!(bench.paths(), ["t1", "t0(1)"]);
}

#[test]
fn a_failed_attempt_is_followed_by_another() {
    let plan = of(vec![Step::process(1)]);
    let mut bench = Bench::started(&plan, 1);
    let first = bench.end(0, false);
    assert_ne!(bench.jobs[0].0, first, "each attempt is a job of its own");
    // What comes late belongs to no job.
    let outcome = Err(Failure::Stopped).into();
    bench.handle(Input::Ended {
        job: first,
        outcome,
    });
    let lines = vec!["late".to_owned()];
    bench.handle(Input::Log { job: first, lines });
    assert_eq!(bench.paths(), ["t0"]);
    bench.end(0, true);
    let retries = bench.events.iter().filter_map(|event| match event {
        Event::Retry {
            task,
            attempt,
            message,
            time,
        } => Some((task.as_str(), *attempt, message.as_str(), time.as_secs())),
        _ => None,
    });
    let retries: Vec<_> = retries.collect();
    assert_eq!(retries, [("t0", 2, "exited with code 1", 1)]);
    let report = bench.report();
    assert_eq!((report.phase, report.tasks[0].tries), (Phase::Succeeded, 2));
}

#[test]
fn outputs_that_are_missing_fail_the_task() {
    let plan = of(vec![Step::question()]);
    let mut bench = Bench::started(&plan, 1);
    let (job, _) = bench.jobs.remove(0);
    let outcome = Ok(BTreeMap::new()).into();
    bench.handle(Input::Ended { job, outcome });
    let message = bench.report().tasks[0].message.clone();
    assert_eq!(message.as_deref(), Some("output `output` is missing"));
}

#[test]
fn a_stop_ends_what_runs() {
    let plan = of(vec![Step::question(), Step::process(2), Step::process(0)]);
    let mut bench = Bench::started(&plan, 1);
    bench.handle(Input::Stop(1));
    let jobs: Vec<JobId> = bench.jobs.iter().map(|(job, _)| *job).collect();
    assert_eq!((bench.cancelled.clone(), jobs.len()), (jobs, 2));
    bench.end(0, false);
    assert_eq!(bench.paths(), ["t1"]);
    bench.end(0, false);
    assert_eq!(bench.paths(), Vec::<&str>::new(), "nothing is tried again");
    let report = bench.report();
    assert_eq!(report.message.as_deref(), Some("stopped"));
    assert_eq!(report.tasks[2].phase, Phase::Omitted);
}

#[test]
fn tasks_that_wait_for_each_other_end_the_run() {
    let mut plan = of(vec![Step::process(0), Step::process(0)]);
    let root = plan.root;
    let ids: Vec<_> = plan.dags[root].tasks.ids().collect();
    plan.dags[root].tasks[ids[0]].after = vec![ids[1]];
    plan.dags[root].tasks[ids[1]].after = vec![ids[0]];
    let report = Bench::started(&plan, 1).report();
    assert_eq!(report.message.as_deref(), Some("tasks wait for each other"));
    assert_eq!(report.tasks[0].phase, Phase::NotStarted);
}
