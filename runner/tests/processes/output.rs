use crate::plans::*;
use pipewright_compiler::plan::{Expression, Plan};
use pipewright_ir::types::Type;
use pipewright_runner::engine::progress::Printer;
use pipewright_runner::engine::{self, Event, Report};
use std::collections::BTreeMap;

fn logs(plan: &Plan) -> (Report, Vec<String>) {
    let mut logs = vec![];
    let mut observer = |event: &Event| {
        if let Event::Log { task, line, .. } = event {
            logs.push(format!("{task}: {line}"));
        }
    };
    let report = engine::run(plan, &BTreeMap::new(), &options(2), &mut observer).unwrap();
    (report, logs)
}

fn prints(lines: i64, error: bool) -> Vec<(&'static str, Expression)> {
    vec![
        ("lines", integer(lines)),
        ("error", literal(Type::Boolean, error)),
    ]
}

pub(crate) fn lines() {
    let mut plan = plan();
    plan.call(ROOT, "out", "print", &prints(2, false));
    plan.call(ROOT, "err", "print", &prints(2, true));
    let (report, mut logs) = logs(&plan);
    assert!(report.succeeded());
    logs.sort();
    assert_eq!(
        logs,
        ["err: line 0", "err: line 1", "out: line 0", "out: line 1"]
    );
    let mut text = vec![];
    engine::run(
        &plan,
        &BTreeMap::new(),
        &options(1),
        &mut Printer::plain(&mut text),
    )
    .unwrap();
    let text = String::from_utf8(text).unwrap();
    assert!(
        text.starts_with("▸ out\n  out | line 0\n  out | line 1\n✓ out "),
        "{text}"
    );
}

pub(crate) fn flood() {
    const LINES: usize = 200_000;
    let mut plan = plan();
    plan.call(ROOT, "out", "print", &prints(LINES as i64, false));
    plan.call(ROOT, "err", "print", &prints(1000, true));
    let (report, logs) = logs(&plan);
    assert!(report.succeeded());
    let out: Vec<_> = logs
        .iter()
        .filter_map(|line| line.strip_prefix("out: line "))
        .collect();
    assert_eq!(out.len(), LINES);
    assert!(
        out.iter()
            .enumerate()
            .all(|(number, line)| number.to_string() == **line)
    );
    assert_eq!(logs.len(), LINES + 1000);
}

pub(crate) fn lossy() {
    let mut plan = plan();
    plan.call(ROOT, "task", "bytes", &[]);
    assert_eq!(logs(&plan).1, ["task: one", "task: \u{fffd}two"]);
}

pub(crate) fn error_line() {
    let mut plan = plan();
    let script = "echo 'error: first'; echo 'error: last' >&2; echo more; kill -15 $PPID; sleep 3";
    plan.call(ROOT, "task", "shell", &[("script", text(script))]);
    plan.call(ROOT, "bad", "fail", &[("message", text("no luck"))]);
    let (report, logs) = logs(&plan);
    assert_eq!(
        report.tasks[0].message.as_deref(),
        Some("killed by signal 15")
    );
    assert!(
        logs.contains(&"task: error: last".to_owned()) && logs.contains(&"task: more".to_owned()),
        "{logs:?}"
    );
    assert!(logs.contains(&"bad: error: no luck".to_owned()), "{logs:?}");
}
