//! Blocks that may fail, that are tried again, and that run themselves.

use crate::each::{BODY, list_of, mapped};
use crate::plans::*;
use pipewright_compiler::plan::{Branch, Plan, Run, Source};
use pipewright_ir::expression::Comparison;
use pipewright_ir::graph::Parallelism;
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{self, Event, Phase};
use std::collections::BTreeMap;

fn maybe() -> Type {
    Type::Optional(Box::new(Type::Integer))
}

/// `odd(n).allow_failure()`, and a task after it.
fn attempt(n: i64) -> Plan {
    let mut plan = plan();
    let block = plan.block(ROOT, "attempt-1", &[]);
    let odd = plan.call(block, "odd", "odd", &[("n", integer(n))]);
    plan.dags[block].tasks[odd].may_fail = true;
    let follower = plan.call(block, "follower", "nothing", &[]);
    plan.dags[block].tasks[follower].after = vec![odd];
    let value = output(odd, "output", Type::Integer);
    plan.returns(
        block,
        "output",
        maybe(),
        Source::Attempt { task: odd, value },
    );
    plan.passes(ROOT, task(0), "output", maybe());
    let after = plan.call(ROOT, "after", "nothing", &[]);
    plan.dags[ROOT].tasks[after].after = vec![task(0)];
    plan
}

pub(crate) fn attempts() {
    for (n, value, phase) in [(2, "null", Phase::Failed), (3, "3", Phase::Succeeded)] {
        let report = run(&attempt(n));
        assert!(report.succeeded(), "{report:#?}");
        assert_eq!(report.output("output").unwrap().as_str(), value);
        let expected = [
            ("attempt-1", Phase::Succeeded),
            ("attempt-1/odd", phase),
            ("attempt-1/follower", Phase::Succeeded),
            ("after", Phase::Succeeded),
        ];
        assert_eq!(phases(&report), expected);
    }
}

pub(crate) fn attempts_in_loops() {
    let mut plan = mapped("odd", "n", "[1,2,3]", Type::Integer, Parallelism::Unlimited);
    let body = &mut plan.dags[BODY];
    body.tasks[task(0)].may_fail = true;
    let value = output(task(0), "output", Type::Integer);
    body.outputs[0].ty = maybe();
    body.outputs[0].value = Source::Attempt {
        task: task(0),
        value,
    };
    plan.dags[ROOT].outputs[0].ty = list_of(maybe());
    let report = run(&plan);
    assert_eq!(report.output("output").unwrap().as_str(), "[1,null,3]");
}

/// A block that is tried again, with a task that fails until it was called a number of times.
fn tried(folder: &std::path::Path, calls: i64, retries: u32) -> Plan {
    let mut plan = plan();
    let block = plan.block(ROOT, "group-1", &[("calls", integer(calls))]);
    plan.dags[block].retries = retries;
    let file = text(folder.join("calls").to_str().unwrap());
    plan.call(block, "first", "nothing", &[]);
    let calls = input("calls", Type::Integer);
    let flaky = plan.call(block, "flaky", "flaky", &[("file", file), ("calls", calls)]);
    plan.passes(block, flaky, "output", Type::Integer);
    plan.passes(ROOT, task(0), "output", Type::Integer);
    plan
}

pub(crate) fn tries_of_blocks() {
    let folder = tempfile::tempdir().unwrap();
    let mut events = vec![];
    let mut observer = |event: &Event| match event {
        Event::Retry {
            task,
            attempt,
            message,
            ..
        } => {
            events.push(format!("{task} {attempt} {message}"));
        }
        Event::Started { task, .. } => events.push((*task).to_owned()),
        _ => {}
    };
    let plan = tried(folder.path(), 3, 4);
    let report = engine::run(&plan, &BTreeMap::new(), &options(1), &mut observer).unwrap();
    assert_eq!(report.output("output").unwrap().as_str(), "3");
    let tries: Vec<_> = report
        .tasks
        .iter()
        .map(|task| (task.path.as_str(), task.tries))
        .collect();
    assert_eq!(
        tries,
        [("group-1", 3), ("group-1/first", 1), ("group-1/flaky", 1)]
    );
    let again = |attempt| format!("group-1 {attempt} `flaky` failed");
    let each = ["group-1/first".to_owned(), "group-1/flaky".to_owned()];
    let mut expected = vec!["group-1".to_owned()];
    expected.extend(each.clone());
    for attempt in [2, 3] {
        expected.push(again(attempt));
        expected.extend(each.clone());
    }
    assert_eq!(events, expected);
}

pub(crate) fn tries_used_up() {
    let folder = tempfile::tempdir().unwrap();
    let report = run(&tried(folder.path(), 9, 1));
    let group = report.task("group-1").unwrap();
    assert_eq!((group.phase, group.tries), (Phase::Failed, 2));
    let message = report.task("group-1/flaky").unwrap().message.as_deref();
    assert_eq!(message, Some("call 2"), "the last try is told of");
}

/// Counts up to 0: `fn up(n) { if n < 0 { up(next(n)) } else { n } }`.
fn recursive(n: i64) -> Plan {
    let mut plan = plan();
    let n_type = || input("n", Type::Integer);
    let dag = plan.block(ROOT, "up", &[("n", integer(n))]);
    let more = compare(n_type(), Comparison::Less, integer(0));
    let next = plan.call(dag, "next", "next", &[("n", n_type())]);
    plan.dags[dag].tasks[next].condition = Some(more.clone());
    let value = output(next, "output", Type::Integer);
    let again = plan.task(dag, "again", Run::Dag(dag), &[("n", value)]);
    plan.dags[dag].tasks[again].condition = Some(more.clone());
    let branches = vec![
        Branch {
            condition: more.clone(),
            task: Some(again),
            value: output(again, "output", Type::Integer),
        },
        Branch {
            condition: more.negate(),
            task: None,
            value: n_type(),
        },
    ];
    plan.returns(dag, "output", Type::Integer, Source::Branches(branches));
    plan.passes(ROOT, task(0), "output", Type::Integer);
    plan
}

pub(crate) fn recursion() {
    let report = run(&recursive(-3));
    assert_eq!(report.output("output").unwrap().as_str(), "0");
    assert!(report.task("up/again/again/next").is_some());
    assert_eq!(
        report.task("up/again/again/again/again").unwrap().phase,
        Phase::Skipped
    );
    // The first block is 1 deep, `up` 2, and its task `next` lies 1 deeper.
    assert!(run(&recursive(-97)).succeeded());
}

pub(crate) fn too_deep() {
    let report = run(&recursive(-98));
    assert_eq!(report.phase, Phase::Failed);
    let mut failed = report
        .tasks
        .iter()
        .filter_map(|task| task.message.as_deref());
    let deepest = failed.next_back().unwrap();
    let expected = "it is nested 100 deep, and engines allow 99; let `up` call itself less often, or loop over a list";
    assert_eq!(deepest, expected);
}

pub(crate) fn without_tasks() {
    let mut plan = plan();
    let block = plan.block(ROOT, "group-1", &[]);
    plan.dags[block].retries = 2;
    plan.returns(
        block,
        "bad",
        Type::Integer,
        Source::Expression(input("missing", Type::Integer)),
    );
    let report = run(&plan);
    let group = report.task("group-1").unwrap();
    assert_eq!((group.phase, group.tries), (Phase::Failed, 3));
    plan.dags[block].outputs.clear();
    plan.returns(block, "good", Type::Integer, Source::Expression(integer(1)));
    plan.passes(ROOT, task(0), "good", Type::Integer);
    assert_eq!(run(&plan).output("good"), Some(&Json::of(&1).unwrap()));
}
