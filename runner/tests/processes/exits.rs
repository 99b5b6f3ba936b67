//! Exit handlers.

use crate::each::{list_of, mapped};
use crate::plans::*;
use pipewright_compiler::plan::{Argument, Exit, Expression, ItemSource, Plan, Port};
use pipewright_ir::graph::Parallelism;
use pipewright_ir::types::Type;
use pipewright_runner::engine::Phase;

/// A DAG that prints what it is told, and the exit that runs it.
pub(crate) fn handler(plan: &mut Plan, name: &str) -> Exit {
    let exit = status_handler(plan, name);
    let failures = input(
        "failures",
        list_of(Type::struct_of([
            ("task", Type::String),
            ("message", Type::String),
        ])),
    );
    plan.dags[exit.dag].inputs.push(Port {
        name: "failures".into(),
        ty: failures.ty().clone(),
    });
    plan.call(exit.dag, "list", "any", &[("value", failures)]);
    Exit {
        failures: Some("failures".into()),
        ..exit
    }
}

/// The same without the failed tasks.
fn status_handler(plan: &mut Plan, name: &str) -> Exit {
    let dag = plan.loose(name, &[("status", Type::String)]);
    let status = input("status", Type::String);
    let call = plan.call(dag, "notify", "echo", &[("text", status)]);
    plan.passes(dag, call, "output", Type::String);
    Exit {
        dag,
        arguments: vec![],
        status: Some("status".into()),
        failures: None,
    }
}

fn with_handler(mut plan: Plan) -> Plan {
    let exit = handler(&mut plan, "exit");
    plan.exit = Some(exit);
    plan
}

pub(crate) fn of_the_pipeline() {
    let mut plan = with_handler(mapped(
        "next",
        "n",
        "[1]",
        Type::Integer,
        Parallelism::Unlimited,
    ));
    plan.parameter("channel", Type::String, None);
    let dag = plan.exit.as_ref().unwrap().dag;
    plan.call(dag, "to", "echo", &[("text", input("to", Type::String))]);
    if let Some(exit) = &mut plan.exit {
        exit.arguments.push(Argument {
            input: "to".into(),
            value: input("channel", Type::String),
        });
    }
    let channel = pipewright_ir::json::Json::of("here").unwrap();
    let report = run_with(&plan, &[("channel", channel)]).unwrap();
    assert_eq!(report.output("output").unwrap().as_str(), "[2]");
    assert_eq!(value(&report, "exit/notify", "output"), r#""Succeeded""#);
    assert_eq!(value(&report, "exit/list", "output"), "[]");
    assert_eq!(value(&report, "exit/to", "output"), r#""here""#);
    let last: Vec<_> = phases(&report).split_off(3);
    let done = Phase::Succeeded;
    assert_eq!(
        last,
        [
            ("exit", done),
            ("exit/notify", done),
            ("exit/list", done),
            ("exit/to", done)
        ]
    );
}

pub(crate) fn told_of_failures() {
    let mut plan = mapped(
        "odd",
        "n",
        "[1,2,4]",
        Type::Integer,
        Parallelism::Limited(1),
    );
    plan.call(ROOT, "missing", "next", &[]);
    plan.dags[ROOT].tasks[task(1)].after = vec![];
    let message = "quoted \"{{x}}\"";
    plan.call(ROOT, "fail", "fail", &[("message", text(message))]);
    plan.dags[ROOT].tasks[task(2)].after = vec![];
    let report = run(&with_handler(plan));
    assert_eq!(report.phase, Phase::Failed);
    assert_eq!(value(&report, "exit/notify", "output"), r#""Failed""#);
    let failures = value(&report, "exit/list", "output");
    let mut failures: Vec<std::collections::BTreeMap<String, String>> =
        serde_json::from_str(failures).unwrap();
    failures.sort();
    let failures: Vec<_> = failures
        .iter()
        .map(|failure| (failure["task"].as_str(), failure["message"].as_str()))
        .collect();
    let mut expected = [
        ("odd", "2 is even"),
        ("odd", "4 is even"),
        ("missing", "input `n` is missing"),
        ("fail", message),
    ];
    expected.sort_by_key(|(task, why)| (why.to_owned(), task.to_owned()));
    assert_eq!(failures, expected);
}

pub(crate) fn failing_handler() {
    let mut plan = with_handler(mapped(
        "next",
        "n",
        "[1]",
        Type::Integer,
        Parallelism::Unlimited,
    ));
    let dag = plan.exit.as_ref().unwrap().dag;
    plan.call(dag, "bad", "fail", &[("message", text("no"))]);
    let report = run(&plan);
    assert_eq!(report.phase, Phase::Failed);
    assert_eq!(
        report.message.as_deref(),
        Some("the exit handler failed: `bad` failed")
    );
    assert!(report.outputs.is_empty());
    assert_eq!(report.task("exit").unwrap().phase, Phase::Failed);
    assert_eq!(report.task("exit/notify").unwrap().phase, Phase::Succeeded);
}

/// A part with a handler, and a task after it.
fn part(n: i64) -> Plan {
    let mut plan = plan();
    let block = plan.block(ROOT, "group-1", &[]);
    plan.call(block, "odd", "odd", &[("n", integer(n))]);
    let exit = status_handler(&mut plan, "group-1-exit");
    plan.dags[ROOT].tasks[task(0)].exit = Some(Box::new(exit));
    let after = plan.call(ROOT, "after", "nothing", &[]);
    plan.dags[ROOT].tasks[after].after = vec![task(0)];
    plan
}

pub(crate) fn of_a_part() {
    for (n, end, after) in [
        (1, Phase::Succeeded, Phase::Succeeded),
        (2, Phase::Failed, Phase::Omitted),
    ] {
        let mut plan = part(n);
        let report = run(&plan);
        let expected = [
            ("group-1", end),
            ("group-1/odd", end),
            ("group-1/exit", Phase::Succeeded),
            ("group-1/exit/notify", Phase::Succeeded),
            ("after", after),
        ];
        assert_eq!(phases(&report), expected);
        let status = value(&report, "group-1/exit/notify", "output");
        assert_eq!(status, format!("\"{end:?}\""));
        // Its own failure changes nothing.
        let dag = plan.dags[ROOT].tasks[task(0)].exit.as_ref().unwrap().dag;
        plan.call(dag, "bad", "fail", &[("message", text("no"))]);
        let report = run(&plan);
        assert_eq!(
            (report.phase, report.task("after").unwrap().phase),
            (end, after)
        );
        assert_eq!(report.task("group-1/exit").unwrap().phase, Phase::Failed);
    }
}

pub(crate) fn failures_of_a_part() {
    let mut plan = plan();
    let folder = tempfile::tempdir().unwrap();
    plan.call(ROOT, "outside", "fail", &[("message", text("no"))]);
    let group = plan.block(ROOT, "group-1", &[]);
    plan.dags[group].retries = 1;
    let file = text(folder.path().join("calls").to_str().unwrap());
    let arguments = [("file", file), ("calls", integer(3))];
    plan.call(group, "flaky", "flaky", &arguments);
    let inner = plan.loose("each-1", &[("item", Type::Integer)]);
    let n = input("item", Type::Integer);
    plan.call(inner, "odd", "odd", &[("n", n)]);
    let items = ItemSource::List(list("[1,2]", Type::Integer));
    let each = plan.each(group, "each-1", inner, &[("item", items)]);
    plan.dags[group].tasks[each].after = vec![];
    let exit = handler(&mut plan, "group-1-exit");
    plan.dags[ROOT].tasks[task(1)].exit = Some(Box::new(exit));
    let report = run(&plan);
    // Once, after the last attempt, of what has failed in the part; each attempt counts.
    assert_eq!(report.task("group-1").unwrap().tries, 2);
    let failures = value(&report, "group-1/exit/list", "output");
    let failures: Vec<std::collections::BTreeMap<String, String>> =
        serde_json::from_str(failures).unwrap();
    let mut failures: Vec<_> = failures
        .iter()
        .map(|failure| failure["message"].as_str())
        .collect();
    failures.sort_unstable();
    assert_eq!(failures, ["2 is even", "2 is even", "call 1", "call 2"]);
    // A task's own failure is one of the part that it is.
    let mut plan = crate::plans::plan();
    plan.call(ROOT, "odd", "odd", &[("n", integer(2))]);
    let exit = handler(&mut plan, "odd-exit");
    plan.dags[ROOT].tasks[task(0)].exit = Some(Box::new(exit));
    let failures = r#"[{"message":"2 is even","task":"odd"}]"#;
    assert_eq!(value(&run(&plan), "odd/exit/list", "output"), failures);
}

pub(crate) fn not_of_what_did_not_run() {
    let mut plan = part(1);
    plan.dags[ROOT].tasks[task(0)].condition = Some(literal(Type::Boolean, false));
    let report = run(&plan);
    assert_eq!(
        phases(&report),
        [("group-1", Phase::Skipped), ("after", Phase::Succeeded)]
    );
    let mut plan = part(1);
    let bad = plan.call(ROOT, "bad", "fail", &[("message", text("no"))]);
    plan.dags[ROOT].tasks[task(0)].after = vec![bad];
    assert_eq!(run(&plan).task("group-1").unwrap().phase, Phase::Omitted);
    assert!(run(&plan).task("group-1/exit").is_none());
}

pub(crate) fn handlers_that_cannot_start() {
    let missing = |exit: &mut Exit| {
        let value: Expression = input("nowhere", Type::String);
        exit.arguments.push(Argument {
            input: "x".into(),
            value,
        });
    };
    let mut plan = part(1);
    missing(plan.dags[ROOT].tasks[task(0)].exit.as_mut().unwrap());
    assert!(run(&plan).succeeded());
    let mut plan = with_handler(mapped(
        "next",
        "n",
        "[1]",
        Type::Integer,
        Parallelism::Unlimited,
    ));
    missing(plan.exit.as_mut().unwrap());
    let message = "the exit handler failed: input `x`: the input `nowhere` of `test` is missing";
    assert_eq!(run(&plan).message.as_deref(), Some(message));
}
