use crate::plans::*;
use pipewright_compiler::plan::Source;
use pipewright_ir::arena::Arena;
use pipewright_ir::graph::{EnvVar, Options};
use pipewright_ir::json::Json;
use pipewright_ir::kube::EnvName;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{self, Event, Phase};
use std::collections::BTreeMap;

pub(crate) fn chain() {
    const LENGTH: usize = 50;
    let mut plan = plan();
    let mut last = plan.call(ROOT, "next-0", "next", &[("n", integer(0))]);
    for number in 1..LENGTH {
        let n = output(last, "output", Type::Integer);
        last = plan.call(ROOT, &format!("next-{number}"), "next", &[("n", n)]);
    }
    plan.returns(
        ROOT,
        "output",
        Type::Integer,
        Source::Expression(output(last, "output", Type::Integer)),
    );
    let report = run(&plan);
    assert_eq!(report.phase, Phase::Succeeded);
    assert_eq!(report.output("output").unwrap().as_str(), "50");
    assert_eq!(report.tasks.len(), LENGTH);
    assert!(
        report
            .tasks
            .iter()
            .all(|task| task.tries == 1 && task.outputs.len() == 1)
    );
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["outputs"][0]["value"], 50);
    assert_eq!(json["tasks"][0]["phase"], "succeeded");
}

pub(crate) fn defaults() {
    let mut plan = plan();
    plan.call(ROOT, "add", "add", &[("a", literal(Type::Number, 2.5))]);
    plan.call(ROOT, "maybe", "maybe", &[]);
    let report = run(&plan);
    assert_eq!(report.task("add").unwrap().outputs[0].value.as_str(), "3.5");
    assert_eq!(
        report.task("maybe").unwrap().outputs[0].value.as_str(),
        "null"
    );
}

pub(crate) fn parameters() {
    let mut plan = plan();
    plan.parameter("a", Type::Number, None);
    plan.parameter("b", Type::Number, Some(Json::of(&7).unwrap()));
    plan.call(
        ROOT,
        "add",
        "add",
        &[
            ("a", input("a", Type::Number)),
            ("b", input("b", Type::Number)),
        ],
    );
    let report = run_with(&plan, &[("a", Json::of(&1).unwrap())]).unwrap();
    assert_eq!(report.task("add").unwrap().outputs[0].value.as_str(), "8");
}

pub(crate) fn parallel() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| text(folder.path().join(name).to_str().unwrap());
    let mut plan = plan();
    plan.call(
        ROOT,
        "one",
        "meet",
        &[("mine", path("1")), ("other", path("2"))],
    );
    plan.call(
        ROOT,
        "two",
        "meet",
        &[("mine", path("2")), ("other", path("1"))],
    );
    let report = run(&plan);
    for task in &report.tasks {
        assert_eq!(task.outputs[0].value.as_str(), "true");
    }
}

pub(crate) fn one_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lock");
    let mut plan = plan();
    for number in 0..6 {
        plan.call(
            ROOT,
            &format!("alone-{number}"),
            "alone",
            &[("file", text(file.to_str().unwrap()))],
        );
    }
    let report = engine::run(&plan, &BTreeMap::new(), &options(1), &mut |_: &Event| {}).unwrap();
    assert_eq!(report.phase, Phase::Succeeded, "{report:?}");
}

pub(crate) fn order() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order");
    let mut plan = plan();
    // Each one after the one that stands behind it.
    for (name, after) in [("a", vec![task(1)]), ("b", vec![task(2)]), ("c", vec![])] {
        let task = plan.call(
            ROOT,
            name,
            "append",
            &[("file", text(file.to_str().unwrap())), ("text", text(name))],
        );
        plan.dags[ROOT].tasks[task].after = after;
    }
    let report = run(&plan);
    assert!(report.succeeded());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "cba");
    assert_eq!(
        report
            .tasks
            .iter()
            .map(|task| task.path.as_str())
            .collect::<String>(),
        "abc"
    );
}

pub(crate) fn large_values() {
    let large = "ä\n\"".repeat(50_000);
    let mut plan = plan();
    let first = plan.call(ROOT, "first", "echo", &[("text", text(&large))]);
    let second = plan.call(
        ROOT,
        "second",
        "echo",
        &[("text", output(first, "output", Type::String))],
    );
    plan.returns(
        ROOT,
        "output",
        Type::String,
        Source::Expression(output(second, "output", Type::String)),
    );
    let report = run(&plan);
    assert_eq!(
        report.output("output").unwrap().to::<String>().unwrap(),
        large
    );
}

pub(crate) fn environment() {
    let variable = |name: &str, value: &str| EnvVar {
        name: EnvName::parse(name).unwrap(),
        value: value.to_owned().into(),
    };
    let mut plan = plan();
    let env = vec![variable("PIPEWRIGHT_TEST", "a b\n$HOME")];
    let template = plan.template(
        "environment",
        Options {
            env,
            ..Options::default()
        },
    );
    let env = vec![variable("kafka.brokers-1", "b")];
    let dotted = plan.template(
        "environment",
        Options {
            env,
            ..Options::default()
        },
    );
    let run_template = pipewright_compiler::plan::Run::Template(template);
    plan.task(
        ROOT,
        "own",
        run_template,
        &[("name", text("PIPEWRIGHT_TEST"))],
    );
    plan.task(ROOT, "parent", run_template, &[("name", text("PATH"))]);
    plan.task(
        ROOT,
        "dotted",
        pipewright_compiler::plan::Run::Template(dotted),
        &[("name", text("kafka.brokers-1"))],
    );
    let report = run(&plan);
    assert_eq!(
        report.tasks[0].outputs[0].value.to::<String>().unwrap(),
        "a b\n$HOME"
    );
    assert_eq!(
        report.tasks[2].outputs[0].value.to::<String>().unwrap(),
        "b"
    );
    assert_eq!(
        report.tasks[1].outputs[0].value.to::<String>().ok(),
        std::env::var("PATH").ok()
    );
}

pub(crate) fn empty() {
    let mut plan = plan();
    plan.returns(
        ROOT,
        "output",
        Type::Integer,
        Source::Expression(integer(1)),
    );
    let block = plan.block(ROOT, "block", &[]);
    plan.returns(
        block,
        "inner",
        Type::Integer,
        Source::Expression(integer(2)),
    );
    let report = run(&plan);
    assert_eq!(phases(&report), [("block", Phase::Succeeded)]);
    assert_eq!(report.tasks[0].outputs[0].value.as_str(), "2");
    plan.dags[ROOT].tasks = Arena::new();
    assert_eq!(run(&plan).output("output").unwrap().as_str(), "1");
}

pub(crate) fn integers() {
    let mut plan = plan();
    let large = i64::MAX - 1;
    plan.call(ROOT, "next", "next", &[("n", integer(large))]);
    assert_eq!(
        run(&plan).tasks[0].outputs[0].value.to::<i64>().unwrap(),
        i64::MAX
    );
}
