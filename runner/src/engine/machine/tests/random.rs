//! Random ends of jobs in random plans.

use super::Bench;
use super::plans::{Block, pipelines, plan};
use crate::engine::event::Event;
use crate::engine::machine::effect::Input;
use crate::engine::phase::Phase;
use pipewright_compiler::plan::{Plan, Run};
use proptest::prelude::*;
use std::collections::HashMap;

/// Event from outside.
#[derive(Debug, Clone)]
enum Action {
    /// One of the jobs that run ends.
    End {
        job: prop::sample::Index,
        succeeds: bool,
    },
    Stop,
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let end = (any::<prop::sample::Index>(), prop::bool::weighted(0.7));
    let end = end.prop_map(|(job, succeeds)| Action::End { job, succeeds });
    let action = prop_oneof![60 => end.clone(), 1 => Just(Action::Stop)];
    // Who only stops a run waits for ever.
    (end, prop::collection::vec(action, 0..60)).prop_map(|(end, mut actions)| {
        actions.push(end);
        actions
    })
}

/// Runs a plan to its end. The actions are repeated, with fewer failures each time.
fn run<'p>(plan: &'p Plan, parallelism: usize, actions: &[Action]) -> Bench<'p> {
    let mut bench = Bench::started(plan, parallelism);
    let mut stops = 0;
    let mut turns = actions.iter().cycle();
    while !bench.machine.has_ended() {
        assert!(bench.inputs < 100_000, "it never ends");
        let before: Vec<_> = bench.jobs.iter().map(|(job, _)| *job).collect();
        match turns.next().expect("there are actions") {
            Action::End { job, succeeds } => {
                let index = job.index(bench.jobs.len());
                let cancelled = bench.cancelled.contains(&bench.jobs[index].0);
                bench.end(index, *succeeds && !cancelled);
            }
            Action::Stop => {
                stops += 1;
                bench.handle(Input::Stop(stops));
                check_cancelled(&bench, stops);
            }
        }
        assert!(processes(plan, &bench) <= parallelism);
        for (job, path) in &bench.jobs {
            let is_new = !before.contains(job);
            assert!(
                !is_new || stops == 0 || stops == 1 && is_exit(path),
                "{path} starts"
            );
        }
    }
    bench
}

/// Number of jobs that are no questions.
fn processes(plan: &Plan, bench: &Bench<'_>) -> usize {
    let tasks = bench.jobs.iter().map(|(_, path)| template(plan, path));
    tasks.filter(|template| *template != "question").count()
}

/// The template of a task, which is found by the names in its path.
fn template<'p>(plan: &'p Plan, path: &str) -> &'p str {
    let mut dag = plan.root;
    let mut exit = plan.exit.as_ref();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        if part == "exit" {
            dag = exit.expect("there is a handler").dag;
            continue;
        }
        let name = part.split('(').next().expect("there is a first part");
        let mut tasks = plan.dags[dag].tasks.values();
        let task = tasks.find(|task| task.name == name);
        let task = task.expect("each part of a path is a task");
        exit = task.exit.as_deref();
        match task.run {
            Run::Dag(inner) => dag = inner,
            Run::Template(template) if parts.peek().is_none() => {
                return &plan.templates[template].name;
            }
            // Its exit handler follows.
            Run::Template(_) => {}
        }
    }
    panic!("{path} is no task");
}

/// Membership of a task in an exit handler.
fn is_exit(path: &str) -> bool {
    path.split('/').any(|part| part == "exit")
}

fn check_cancelled(bench: &Bench<'_>, stops: u32) {
    for (job, path) in &bench.jobs {
        let ends = stops > 1 || !is_exit(path);
        assert_eq!(bench.cancelled.contains(job), ends, "{path}");
    }
}

/// Checks that all that starts ends, each time, and after the tasks before it.
fn check_events(plan: &Plan, events: &[Event]) {
    let (mut started, mut ended) = (HashMap::new(), HashMap::new());
    for event in events {
        let task = event.task();
        match event {
            Event::Started { .. } => {
                let count = started.entry(task).or_insert(0);
                *count += 1;
                check_before(plan, task, *count, &ended);
            }
            Event::Finished { .. } | Event::Skipped { .. } => {
                *ended.entry(task).or_insert(0) += 1;
            }
            Event::Log { .. } | Event::Retry { .. } => {
                assert!(started.contains_key(task));
            }
        }
    }
    for (task, count) in &started {
        assert!(ended.get(task) >= Some(count), "{task} does not end");
    }
}

fn check_before(plan: &Plan, path: &str, count: i32, ended: &HashMap<&str, i32>) {
    let (prefix, name) = match path.rsplit_once('/') {
        Some((prefix, name)) => (format!("{prefix}/"), name),
        None => (String::new(), path),
    };
    // Handlers' tasks wait for nothing in these plans, and items have no order.
    if is_exit(path) || name.contains('(') {
        return;
    }
    let mut dag = plan.root;
    for part in prefix.split_terminator('/') {
        let name = part.split('(').next().expect("there is a first part");
        let mut tasks = plan.dags[dag].tasks.values();
        let task = tasks.find(|task| task.name == name);
        dag = task.and_then(|task| task.dag()).expect("it is a block");
    }
    let tasks = &plan.dags[dag].tasks;
    let task = tasks.values().find(|task| task.name == name);
    for before in &task.expect("it is a task").after {
        let before = format!("{prefix}{}", tasks[*before].name);
        let ends = ended.get(before.as_str()).copied();
        assert!(ends >= Some(count), "{path} starts before {before} ends");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn every_run_ends(
        (pipeline, exit) in pipelines(),
        parallelism in 1..4_usize,
        actions in actions(),
    ) {
        let plan = plan(&pipeline, exit.as_ref());
        let bench = run(&plan, parallelism, &actions);
        check_events(&plan, &bench.events);
        let report = bench.report();
        let open = report.tasks.iter().find(|task| task.phase == Phase::NotStarted);
        prop_assert_eq!(open, None);
    }

    #[test]
    fn what_never_fails_succeeds(
        (pipeline, exit) in pipelines(),
        parallelism in 1..4_usize,
        jobs in prop::collection::vec(any::<prop::sample::Index>(), 1..20),
    ) {
        let plan = plan(&pipeline, exit.as_ref());
        let end = |job| Action::End { job, succeeds: true };
        let actions: Vec<_> = jobs.into_iter().map(end).collect();
        let bench = run(&plan, parallelism, &actions);
        let starts = bench.events.iter().filter(|event| matches!(event, Event::Retry { .. }));
        prop_assert_eq!(starts.count(), 0);
        let report = bench.report();
        prop_assert!(report.succeeded());
        let (good, other) = (Phase::Succeeded, Phase::Skipped);
        prop_assert!(report.tasks.iter().all(|task| task.phase == good || task.phase == other));
    }

    #[test]
    fn nothing_runs_after_a_stop_before_the_start(
        (pipeline, exit) in pipelines(),
        stops in 1..3_u32,
    ) {
        let plan = plan(&pipeline, exit.as_ref());
        let mut bench = Bench::new(&plan, 2);
        bench.handle(Input::Stop(stops));
        bench.start();
        while !bench.machine.has_ended() {
            prop_assert!(stops == 1);
            prop_assert!(bench.jobs.iter().all(|(_, path)| path.starts_with("exit/")));
            bench.end(0, true);
        }
        prop_assert_eq!(bench.report().phase, Phase::Failed);
    }
}

#[test]
fn an_empty_pipeline_succeeds() {
    let plan = plan(&Block::default(), None);
    assert!(run(&plan, 1, &[]).report().succeeded());
}
