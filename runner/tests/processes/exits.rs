//! Exit handlers.

use crate::each::{list_of, mapped};
use crate::plans::*;
use pipewright_compiler::plan::{Argument, Exit, Expression, Plan};
use pipewright_ir::graph::Parallelism;
use pipewright_ir::types::Type;
use pipewright_runner::engine::Phase;

/// A DAG that prints what it is told, and the exit that runs it.
pub(crate) fn handler(plan: &mut Plan, name: &str) -> Exit {
    let failure = list_of(Type::Struct);
    let dag = plan.loose(
        name,
        &[("status", Type::String), ("failures", failure.clone())],
    );
    let status = input("status", Type::String);
    let call = plan.call(dag, "notify", "echo", &[("text", status)]);
    plan.passes(dag, call, "output", Type::String);
    plan.call(dag, "list", "any", &[("value", input("failures", failure))]);
    Exit {
        dag,
        arguments: vec![],
        status: Some("status".into()),
        failures: Some("failures".into()),
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
    let last: Vec<_> = phases(&report).split_off(4);
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
    plan.call(0, "missing", "next", &[]);
    plan.dags[0].tasks[1].after = vec![];
    let message = "quoted \"{{x}}\"";
    plan.call(0, "fail", "fail", &[("message", text(message))]);
    plan.dags[0].tasks[2].after = vec![];
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
    let block = plan.block(0, "group-1", &[]);
    plan.call(block, "odd", "odd", &[("n", integer(n))]);
    let exit = handler(&mut plan, "group-1-exit");
    plan.dags[0].tasks[0].exit = Some(Exit {
        failures: None,
        ..exit
    });
    plan.dags[exit.dag].tasks.pop();
    let after = plan.call(0, "after", "nothing", &[]);
    plan.dags[0].tasks[after].after = vec![0];
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
        let dag = plan.dags[0].tasks[0].exit.as_ref().unwrap().dag;
        plan.call(dag, "bad", "fail", &[("message", text("no"))]);
        let report = run(&plan);
        assert_eq!(
            (report.phase, report.task("after").unwrap().phase),
            (end, after)
        );
        assert_eq!(report.task("group-1/exit").unwrap().phase, Phase::Failed);
    }
}

pub(crate) fn not_of_what_did_not_run() {
    let mut plan = part(1);
    plan.dags[0].tasks[0].condition = Some(literal(Type::Boolean, false));
    let report = run(&plan);
    assert_eq!(
        phases(&report),
        [("group-1", Phase::Skipped), ("after", Phase::Succeeded)]
    );
    let mut plan = part(1);
    let bad = plan.call(0, "bad", "fail", &[("message", text("no"))]);
    plan.dags[0].tasks[0].after = vec![bad];
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
    missing(plan.dags[0].tasks[0].exit.as_mut().unwrap());
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
