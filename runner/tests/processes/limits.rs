//! How many items of a loop run at the same time.

use crate::each::{BODY, list_of, mapped, result};
use crate::plans::*;
use pipewright_compiler::plan::{Argument, ItemSource, Plan};
use pipewright_ir::graph::Parallelism;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{self, Event};
use std::collections::BTreeMap;

fn with_file(plan: &mut Plan, file: &str) {
    plan.dags[BODY].tasks[task(0)].arguments.push(Argument {
        input: "file".into(),
        value: text(file),
    });
}

pub(crate) fn one_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("order");
    let letters = r#"["a","b","c","d","e","f","g","h"]"#;
    let mut plan = mapped(
        "append",
        "text",
        letters,
        Type::String,
        Parallelism::Limited(1),
    );
    with_file(&mut plan, file.to_str().unwrap());
    let run = |plan: &Plan| {
        engine::run(plan, &BTreeMap::new(), &options(4), &mut |_: &Event| {}).unwrap()
    };
    assert!(run(&plan).succeeded());
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "abcdefgh");

    let mut plan = mapped(
        "alone",
        "unused",
        "[1,2,3,4,5,6]",
        Type::Integer,
        Parallelism::Limited(1),
    );
    plan.dags[BODY].tasks[task(0)].arguments.clear();
    with_file(&mut plan, folder.path().join("lock").to_str().unwrap());
    let report = run(&plan);
    assert!(report.succeeded(), "{report:#?}");
}

/// How many items of a loop run at the same time, at most, by what the engine tells.
fn at_once(plan: &Plan) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    let mut observer = |event: &Event| match event {
        Event::Started { task, .. } if task.ends_with(')') => {
            now += 1;
            most = most.max(now);
        }
        Event::Finished { task, .. } if task.ends_with(')') => now -= 1,
        _ => {}
    };
    let report = engine::run(plan, &BTreeMap::new(), &options(8), &mut observer).unwrap();
    assert!(report.succeeded(), "{report:#?}");
    most
}

pub(crate) fn two_at_a_time() {
    let times = "[30,1,1,30,1,1,1]";
    let plan = |limit| {
        mapped(
            "sleep",
            "milliseconds",
            times,
            Type::Integer,
            Parallelism::Limited(limit),
        )
    };
    assert_eq!((at_once(&plan(1)), at_once(&plan(2))), (1, 2));
}

pub(crate) fn as_many_as_there_are() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let names = serde_json::to_string(&[path("1"), path("2")]).unwrap();
    let swapped = serde_json::to_string(&[path("2"), path("1")]).unwrap();
    let mut plan = plan();
    let inputs = [("mine", Type::String), ("other", Type::String)];
    let body = plan.loose("item", &inputs);
    let arguments = inputs.map(|(name, ty)| (name, input(name, ty)));
    let call = plan.call(body, "meet", "meet", &arguments);
    plan.passes(body, call, "output", Type::Boolean);
    let source = |text: &str| ItemSource::List(list(text, Type::String));
    let items = [("mine", source(&names)), ("other", source(&swapped))];
    plan.each(ROOT, "each", body, &items);
    plan.passes(ROOT, task(0), "output", list_of(Type::Boolean));
    assert_eq!(result(&run(&plan)), "[true,true]");
}
