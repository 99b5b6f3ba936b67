use crate::plans::*;
use pipewright_compiler::plan::{Plan, Run};
use pipewright_ir::arena::Id;
use pipewright_ir::graph::{Body, ContainerSpec, Options};
use pipewright_ir::json::Json;
use pipewright_ir::types::Type;
use pipewright_runner::engine::{self, Error, Event, Phase};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

/// Long enough for what must happen at once on a busy machine, shorter than what the components sleep.
const PROMPT: Duration = Duration::from_secs(20);

fn only(component: &str, arguments: &[(&str, pipewright_compiler::plan::Expression)]) -> Plan {
    let mut plan = plan();
    plan.call(ROOT, "task", component, arguments);
    plan
}

fn message_of(plan: &Plan) -> String {
    let report = run(plan);
    assert_eq!(
        (report.phase, report.tasks[0].phase),
        (Phase::Failed, Phase::Failed)
    );
    assert_eq!(report.message.as_deref(), Some("`task` failed"));
    report.tasks[0].message.clone().unwrap()
}

pub(crate) fn message() {
    assert_eq!(
        message_of(&only("fail", &[("message", text("no\nluck"))])),
        "no\nluck"
    );
    let expected = "input `n` is missing";
    assert_eq!(message_of(&only("next", &[])), expected);
}

pub(crate) fn panic() {
    let message = message_of(&only("crash", &[]));
    assert!(
        message.starts_with("panicked at ") && message.contains("components.rs:"),
        "{message}"
    );
    assert!(message.ends_with(": first; second"), "{message}");
}

pub(crate) fn dependants_are_omitted() {
    let mut plan = plan();
    let bad = plan.call(ROOT, "bad", "fail", &[("message", text("no"))]);
    let user = plan.call(
        ROOT,
        "user",
        "next",
        &[("n", output(bad, "output", Type::Integer))],
    );
    plan.call(
        ROOT,
        "last",
        "next",
        &[("n", output(user, "output", Type::Integer))],
    );
    plan.call(ROOT, "other", "nothing", &[]);
    let report = engine::run(&plan, &BTreeMap::new(), &options(1), &mut |_: &Event| {}).unwrap();
    let expected = [
        ("bad", Phase::Failed),
        ("user", Phase::Omitted),
        ("last", Phase::Omitted),
        ("other", Phase::Succeeded),
    ];
    assert_eq!(phases(&report), expected);
    assert_eq!(report.message.as_deref(), Some("`bad` failed"));
}

pub(crate) fn independent_tasks_go_on() {
    let mut plan = plan();
    plan.call(ROOT, "bad", "fail", &[("message", text("no"))]);
    let slow = plan.call(ROOT, "slow", "sleep", &[("milliseconds", integer(300))]);
    let after = plan.call(ROOT, "after", "nothing", &[]);
    plan.dags[ROOT].tasks[after].after = vec![slow];
    let report = run(&plan);
    let expected = [
        ("bad", Phase::Failed),
        ("slow", Phase::Succeeded),
        ("after", Phase::Succeeded),
    ];
    assert_eq!(phases(&report), expected);
}

pub(crate) fn all_others_run() {
    const COUNT: usize = 253;
    let mut plan = plan();
    for number in 0..COUNT {
        let name = format!("task-{number}");
        match number {
            100 => plan.call(ROOT, &name, "fail", &[("message", text("no"))]),
            _ => plan.call(ROOT, &name, "nothing", &[]),
        };
    }
    let report = run(&plan);
    assert_eq!(report.message.as_deref(), Some("`task-100` failed"));
    let (failed, others): (Vec<_>, Vec<_>) = phases(&report)
        .into_iter()
        .partition(|(_, phase)| *phase == Phase::Failed);
    assert_eq!(failed, [("task-100", Phase::Failed)]);
    assert_eq!(others.len(), COUNT - 1);
    assert!(others.iter().all(|(_, phase)| *phase == Phase::Succeeded));
}

pub(crate) fn omitted_in_blocks() {
    let mut plan = plan();
    let block = plan.block(ROOT, "block", &[]);
    let bad = plan.call(block, "bad", "fail", &[("message", text("no"))]);
    plan.call(
        block,
        "user",
        "next",
        &[("n", output(bad, "output", Type::Integer))],
    );
    let later = plan.block(ROOT, "later", &[]);
    plan.call(later, "inner", "nothing", &[]);
    plan.dags[ROOT].tasks[task(1)].after = vec![task(0)];
    let report = run(&plan);
    let expected = [
        ("block", Phase::Failed),
        ("block/bad", Phase::Failed),
        ("block/user", Phase::Omitted),
        ("later", Phase::Omitted),
    ];
    assert_eq!(phases(&report), expected);
    assert_eq!(report.tasks[0].message.as_deref(), Some("`bad` failed"));
    assert_eq!(report.message.as_deref(), Some("`block` failed"));
}

fn with(
    component: &str,
    options: Options,
    arguments: &[(&str, pipewright_compiler::plan::Expression)],
) -> Plan {
    let mut plan = plan();
    let template = plan.template(component, options);
    plan.task(ROOT, "task", Run::Template(template), arguments);
    plan
}

fn flaky(folder: &Path, calls: i64) -> Plan {
    let options = Options {
        retries: Some(2),
        ..Options::default()
    };
    let file = text(folder.join("calls").to_str().unwrap());
    with(
        "flaky",
        options,
        &[("file", file), ("calls", integer(calls))],
    )
}

pub(crate) fn retries_help() {
    let folder = tempfile::tempdir().unwrap();
    let mut retries = vec![];
    let mut observer = |event: &Event| {
        if let Event::Retry {
            attempt, message, ..
        } = event
        {
            retries.push((*attempt, (*message).to_owned()));
        }
    };
    let report = engine::run(
        &flaky(folder.path(), 3),
        &BTreeMap::new(),
        &options(2),
        &mut observer,
    )
    .unwrap();
    assert_eq!((report.phase, report.tasks[0].tries), (Phase::Succeeded, 3));
    assert_eq!(
        retries,
        [(2, "call 1".to_owned()), (3, "call 2".to_owned())]
    );
}

pub(crate) fn retries_used_up() {
    let folder = tempfile::tempdir().unwrap();
    let report = run(&flaky(folder.path(), 9));
    let task = &report.tasks[0];
    assert_eq!(
        (task.phase, task.tries, task.message.as_deref()),
        (Phase::Failed, 3, Some("call 3"))
    );
}

fn limited(seconds: u64) -> Options {
    Options {
        timeout: seconds.try_into().ok(),
        ..Options::default()
    }
}

pub(crate) fn timeout() {
    let started = Instant::now();
    let plan = with("sleep", limited(1), &[("milliseconds", integer(60_000))]);
    assert_eq!(message_of(&plan), "timed out after 1s");
    assert!(started.elapsed() < PROMPT);
    let plan = with("sleep", limited(60), &[("milliseconds", integer(5))]);
    assert_eq!(run(&plan).phase, Phase::Succeeded);
}

pub(crate) fn timeout_kills_children() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("process");
    let script = format!("echo $$ > '{}'; sleep 60; true", file.display());
    let started = Instant::now();
    assert_eq!(
        message_of(&with("shell", limited(1), &[("script", text(script))])),
        "timed out after 1s"
    );
    assert!(started.elapsed() < PROMPT);
    let process = std::fs::read_to_string(&file).unwrap();
    let alive = || {
        let status = std::fs::read_to_string(format!("/proc/{}/status", process.trim()));
        status.is_ok_and(|status| !status.contains("State:\tZ"))
    };
    while alive() {
        assert!(started.elapsed() < PROMPT, "the child is still there");
        std::thread::sleep(Duration::from_millis(10));
    }
}

pub(crate) fn signal() {
    let plan = only("shell", &[("script", text("kill -9 $PPID; sleep 3"))]);
    assert_eq!(message_of(&plan), "killed by signal 9");
}

pub(crate) fn exit_code() {
    assert_eq!(
        message_of(&only("leave", &[("code", integer(3))])),
        "exited with code 3"
    );
    let message = message_of(&only("leave", &[("code", integer(0))]));
    assert!(message.starts_with("it has left no outputs"), "{message}");
}

pub(crate) fn containers() {
    let mut plan = plan();
    plan.call(ROOT, "first", "nothing", &[]);
    plan.call(ROOT, "second", "nothing", &[]);
    plan.templates[Id::new(0)].component.body = Body::Container(ContainerSpec {
        image: "busybox".into(),
        command: vec![],
        args: vec![],
        paths: Default::default(),
        env: vec![],
    });
    let mut observer = |event: &Event| panic!("{event:?}");
    let error = engine::run(&plan, &BTreeMap::new(), &options(2), &mut observer).unwrap_err();
    let text = error.to_string();
    for task in ["first", "second"] {
        assert!(
            text.contains(&format!("src/main.rs:7:5: `{task}` runs `busybox`")),
            "{text}"
        );
    }
    assert_eq!(error.exit_code(), 3);
}

pub(crate) fn arguments() {
    let mut plan = plan();
    plan.parameter("n", Type::Integer, None);
    plan.parameter("m", Type::Integer, Some(Json::of(&1).unwrap()));
    let error = run_with(&plan, &[("o", Json::null())]).unwrap_err();
    assert!(matches!(&error, Error::Arguments(problems) if problems.len() == 2));
    let problems = [
        "parameter `n` is missing; it expects integer",
        "`test` has no parameter `o`",
    ];
    assert_eq!(error.to_string(), problems.join("\n"));
    assert_eq!(error.exit_code(), 2);
}

pub(crate) fn left_behind() {
    let started = Instant::now();
    for script in ["sleep 60 &", "yes &"] {
        assert_eq!(
            run(&only("shell", &[("script", text(script))])).phase,
            Phase::Succeeded
        );
    }
    assert!(started.elapsed() < PROMPT);
}

pub(crate) fn no_program() {
    let options = engine::Options {
        program: Some("/no/such/program".into()),
        ..options(1)
    };
    let plan = only("nothing", &[]);
    let report = engine::run(&plan, &BTreeMap::new(), &options, &mut |_: &Event| {}).unwrap();
    let message = report.tasks[0].message.as_deref().unwrap();
    assert!(
        message.starts_with("cannot run `/no/such/program`: "),
        "{message}"
    );
}
