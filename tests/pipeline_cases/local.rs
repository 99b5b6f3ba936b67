//! Cases on this machine.

use super::case::{Case, End};
use super::outcome::{Outcome, Task, normal};
use super::program::Signature;
use pipewright_ir::artifact::Reference;
use std::io::Write;
use std::process::Command;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use test_support::{Report, TaskReport};

/// The name of this engine.
pub(crate) const NAME: &str = "this machine";

/// Runs all cases, some at a time.
pub(crate) fn run(cases: &[Case]) -> Vec<Result<Outcome, String>> {
    const AT_A_TIME: usize = 4;
    let next = AtomicUsize::new(0);
    let outcomes: Vec<OnceLock<_>> = cases.iter().map(|_| OnceLock::new()).collect();
    let work = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(case) = cases.get(index) else {
                return;
            };
            let _ = outcomes[index].set(run_one(case));
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            scope.spawn(work);
        }
    });
    let outcome = |outcome: OnceLock<_>| outcome.into_inner().expect("every case ran");
    outcomes.into_iter().map(outcome).collect()
}

fn run_one(case: &Case) -> Result<Outcome, String> {
    let signature = Signature::of(case.program, case.pipeline);
    let mut command = Command::new(test_support::program(case.program));
    command.args(["run", case.pipeline, "--json"]);
    let mut file = serde_json::Map::new();
    for (name, value) in &case.arguments {
        let text = value
            .to::<String>()
            .ok()
            .filter(|_| signature.input_is_text(name));
        let is_nothing = value.is_null() && signature.input_is_text(name);
        let word = text.unwrap_or_else(|| value.as_str().to_owned());
        // No word holds U+0000, and no word stands for the absence of a text.
        if is_nothing || word.contains('\0') {
            file.insert((*name).to_owned(), value.to()?);
        } else {
            command.arg("-p").arg(format!("{name}={word}"));
        }
    }
    for (name, text) in &case.written {
        command.arg("-p").arg(format!("{name}={text}"));
    }
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let mut count = 0;
    for (name, files) in &case.files {
        let value = files.value(|text| {
            let path = folder.path().join(count.to_string());
            count += 1;
            std::fs::write(&path, text).expect("files can be written");
            path.display().to_string()
        });
        command.arg("-p").arg(format!("{name}={value}"));
    }
    command.arg("--out").arg(folder.path().join("out"));
    let mut params = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    if !file.is_empty() {
        let text = serde_json::to_string(&file).map_err(|error| error.to_string())?;
        params
            .write_all(text.as_bytes())
            .map_err(|error| error.to_string())?;
        command.arg("--params").arg(params.path());
    }
    let output = command.output().map_err(|error| error.to_string())?;
    let progress = String::from_utf8_lossy(&output.stderr);
    let report: Report = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{NAME}: no report, {error}: {}", progress.trim_end()))?;
    let mut outcome = outcome(&report);
    outcome.disorder = disorder(case, &progress);
    let code = output.status.code();
    if code != Some(if case.succeeds() { 0 } else { 1 }) {
        outcome
            .problems
            .push(format!("the program exited with {code:?}"));
    }
    Ok(outcome)
}

fn outcome(report: &Report) -> Outcome {
    let task = |task: &TaskReport| {
        let end = match task.phase.as_str() {
            "succeeded" => End::Succeeded,
            "failed" => End::Failed,
            "skipped" => End::Skipped,
            "omitted" => End::Omitted,
            _ => End::Unknown,
        };
        let tries = (task.kind == "task").then_some(task.tries);
        let message = task.message.clone().unwrap_or_default();
        (
            task.path.clone(),
            Task {
                end,
                tries,
                message,
            },
        )
    };
    Outcome {
        engine: NAME,
        succeeded: report.phase == "succeeded",
        outputs: report
            .outputs
            .iter()
            .map(|output| (output.name.clone(), normal(&content(output))))
            .collect(),
        tasks: report.tasks.iter().map(task).collect(),
        ..Outcome::default()
    }
}

/// The text in the file of an output that is one, as JSON; the value of any other output.
fn content(output: &test_support::Output) -> String {
    let text = output.value.get();
    let reference = serde_json::from_str::<Reference>(text).ok();
    let file = reference.and_then(|reference| std::fs::read_to_string(reference.uri).ok());
    match file {
        Some(file) => serde_json::to_string(&file).expect("a text is JSON"),
        None => text.to_owned(),
    }
}

/// The pairs that the lines of progress show in another order.
fn disorder(case: &Case, progress: &str) -> Vec<String> {
    let line = |sign: &str, path: &str| {
        let words = format!("{sign} {path}");
        progress
            .lines()
            .position(|line| line == words || line.starts_with(&format!("{words} ")))
    };
    let in_order = |first: &str, second: &str| match (line("✓", first), line("▸", second)) {
        (Some(end), Some(start)) => end < start,
        _ => false,
    };
    let wrong = case
        .order
        .iter()
        .filter(|(first, second)| !in_order(first, second));
    wrong
        .map(|(first, second)| format!("{second} did not start after the end of {first}"))
        .collect()
}
