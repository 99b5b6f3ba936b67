//! Runs that somebody stops.

use crate::each::mapped;
use crate::exits::handler;
use crate::plans::*;
use pipewright_compiler::plan::{Plan, Run};
use pipewright_ir::arena::Id;
use pipewright_ir::graph;
use pipewright_ir::graph::Parallelism;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{self, Event, Phase, Report, Stop};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Shorter than what the components sleep.
const PROMPT: Duration = Duration::from_secs(30);

/// Runs a plan, which is stopped when one of these tasks has printed or started.
fn stopped_at(plan: &Plan, tasks: &[&str]) -> Report {
    let stop = Stop::default();
    let options = engine::Options {
        stop: stop.clone(),
        ..options(2)
    };
    let mut observer = |event: &Event| {
        if let Event::Started { task, .. } = event
            && tasks.contains(&task.as_str())
        {
            stop.stop();
        }
    };
    let started = Instant::now();
    let report = engine::run(plan, &BTreeMap::new(), &options, &mut observer).unwrap();
    assert!(started.elapsed() < PROMPT);
    report
}

fn sleeper() -> Plan {
    let mut plan = plan();
    plan.call(ROOT, "first", "nothing", &[]);
    let block = plan.block(ROOT, "block", &[]);
    plan.dags[ROOT].tasks[task(1)].after = vec![task(0)];
    let sleep = plan.call(
        block,
        "sleep",
        "sleep",
        &[("milliseconds", integer(60_000))],
    );
    let later = plan.call(block, "later", "nothing", &[]);
    plan.dags[block].tasks[later].after = vec![sleep];
    let after = plan.call(ROOT, "after", "nothing", &[]);
    plan.dags[ROOT].tasks[after].after = vec![task(1)];
    plan
}

pub(crate) fn running_tasks() {
    let report = stopped_at(&sleeper(), &["block/sleep"]);
    assert_eq!(
        (report.phase, report.message.as_deref()),
        (Phase::Failed, Some("stopped"))
    );
    let expected = [
        ("first", Phase::Succeeded),
        ("block", Phase::Failed),
        ("block/sleep", Phase::Failed),
        ("block/later", Phase::Omitted),
        ("after", Phase::Omitted),
    ];
    assert_eq!(phases(&report), expected);
    let sleep = report.task("block/sleep").unwrap();
    assert_eq!(sleep.message.as_deref(), Some("stopped"));
}

pub(crate) fn handlers_still_run() {
    let mut plan = sleeper();
    let exit = handler(&mut plan, "exit");
    plan.exit = Some(exit);
    let part = handler(&mut plan, "part");
    plan.dags[ROOT].tasks[task(1)].exit = Some(Box::new(part));
    // What has not started has no end.
    let other = handler(&mut plan, "other");
    plan.dags[ROOT].tasks[task(2)].exit = Some(Box::new(other));
    let report = stopped_at(&plan, &["block/sleep"]);
    assert_eq!(value(&report, "exit/notify", "output"), r#""Failed""#);
    let failures = value(&report, "exit/list", "output");
    assert_eq!(failures, r#"[{"message":"stopped","task":"sleep"}]"#);
    assert_eq!(value(&report, "block/exit/notify", "output"), r#""Failed""#);
    assert!(report.task("after/exit/notify").is_none());
    assert_eq!(report.message.as_deref(), Some("stopped"));
}

pub(crate) fn twice() {
    let mut plan = sleeper();
    let exit = handler(&mut plan, "exit");
    let slow = plan.call(
        exit.dag,
        "slow",
        "sleep",
        &[("milliseconds", integer(60_000))],
    );
    let last = plan.call(exit.dag, "last", "nothing", &[]);
    plan.dags[exit.dag].tasks[last].after = vec![slow];
    plan.exit = Some(exit);
    let report = stopped_at(&plan, &["block/sleep", "exit/slow"]);
    assert_eq!(
        report.task("exit/slow").unwrap().message.as_deref(),
        Some("stopped")
    );
    assert_eq!(report.task("exit/last").unwrap().phase, Phase::Omitted);
    assert_eq!(report.message.as_deref(), Some("stopped"));
}

pub(crate) fn loops_and_retries() {
    let item = "each-1(1)";
    let mut plan = mapped(
        "sleep",
        "milliseconds",
        "[1,60000,1,1]",
        Type::Integer,
        Parallelism::Limited(1),
    );
    for dag in plan.dags.values_mut() {
        dag.retries = 3;
    }
    plan.templates[Id::new(0)].options.retries = Some(3);
    let report = stopped_at(&plan, &[&format!("{item}/sleep")]);
    assert_eq!(
        report.task("each-1").unwrap().message.as_deref(),
        Some("stopped")
    );
    let ended = report.task(&format!("{item}/sleep")).unwrap();
    assert_eq!((ended.phase, ended.tries), (Phase::Failed, 1));
    assert_eq!(report.task(item).unwrap().tries, 1);
    assert!(report.task("each-1(2)").is_none());
    // Children of a task that have closed its log end, too.
    let mut plan = crate::plans::plan();
    let template = plan.template("shell", graph::Options::default());
    let script = text("exec >/dev/null 2>&1; sleep 60");
    plan.task(
        ROOT,
        "shell",
        Run::Template(template),
        &[("script", script)],
    );
    let report = stopped_at(&plan, &["shell"]);
    assert_eq!(report.message.as_deref(), Some("stopped"));
}

pub(crate) fn before_the_start() {
    let stop = Stop::default();
    assert_eq!((stop.stop(), stop.stop()), (1, 2));
    let mut plan = sleeper();
    let exit = handler(&mut plan, "exit");
    plan.exit = Some(exit);
    let options = engine::Options { stop, ..options(2) };
    let report = engine::run(&plan, &BTreeMap::new(), &options, &mut |_: &Event| {}).unwrap();
    assert_eq!(report.phase, Phase::Failed);
    assert!(
        report
            .tasks
            .iter()
            .all(|task| task.phase != Phase::Succeeded),
        "{report:#?}"
    );
}

/// Whether a process is there, and no zombie.
fn is_alive(process: &str) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{}/status", process.trim()));
    status.is_ok_and(|status| !status.contains("State:\tZ"))
}

/// A task that prints more than anybody takes.
fn printing(folder: &Path, limit: Option<Duration>) -> (Plan, PathBuf) {
    let file = folder.join("process");
    let script = format!(
        "echo $$ > '{0}.new'; mv '{0}.new' '{0}'; yes",
        file.display()
    );
    let mut plan = plan();
    let options = graph::Options {
        timeout: limit.and_then(|limit| limit.try_into().ok()),
        ..graph::Options::default()
    };
    let template = plan.template("shell", options);
    let arguments = [("script", text(script))];
    plan.task(ROOT, "shell", Run::Template(template), &arguments);
    (plan, file)
}

pub(crate) fn observers_that_wait() {
    for limit in [None, Some(Duration::from_secs(1))] {
        let folder = tempfile::tempdir().unwrap();
        let (plan, file) = printing(folder.path(), limit);
        let stop = Stop::default();
        let options = engine::Options {
            stop: stop.clone(),
            ..options(1)
        };
        let mut waited = false;
        let mut observer = |event: &Event| {
            if matches!(event, Event::Log { .. }) && !std::mem::replace(&mut waited, true) {
                let process = std::fs::read_to_string(&file).unwrap();
                if limit.is_none() {
                    stop.stop();
                }
                let started = Instant::now();
                while is_alive(&process) {
                    assert!(started.elapsed() < PROMPT, "nobody ends it");
                    std::thread::sleep(Duration::from_millis(5));
                }
            }
        };
        let report = engine::run(&plan, &BTreeMap::new(), &options, &mut observer).unwrap();
        assert!(waited);
        let message = match limit {
            None => "stopped",
            Some(_) => "timed out after 1s",
        };
        assert_eq!(report.tasks[0].message.as_deref(), Some(message));
    }
}

pub(crate) fn panicking_observer() {
    let folder = tempfile::tempdir().unwrap();
    let (plan, file) = printing(folder.path(), None);
    let mut observer = |event: &Event| {
        assert!(!matches!(event, Event::Log { .. }), "no lines, please");
    };
    let options = options(1);
    let started = Instant::now();
    let run = || engine::run(&plan, &BTreeMap::new(), &options, &mut observer);
    assert!(catch_unwind(AssertUnwindSafe(run)).is_err());
    assert!(started.elapsed() < PROMPT);
    assert!(!is_alive(&std::fs::read_to_string(&file).unwrap()));
}
