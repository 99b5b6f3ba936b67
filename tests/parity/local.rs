//! Our pipelines on this machine.

use super::pair::Pair;
use super::program;
use super::side::{Leaf, Side};
use super::task::{Task, side};
use test_support::{Output, Report, TaskReport, command};

const NAME: &str = "ours on this machine";

/// Runs the pipeline of a pair.
pub(crate) fn run(pair: &Pair) -> Side {
    let output = command(program::NAME, &["run", pair.ours, "--json"])
        .output()
        .expect("the program runs");
    let progress = String::from_utf8_lossy(&output.stderr);
    let report: Report = match serde_json::from_slice(&output.stdout) {
        Ok(report) => report,
        Err(error) => {
            return Side {
                name: NAME,
                problems: vec![format!("no report, {error}: {}", progress.trim_end())],
                ..Side::default()
            };
        }
    };
    let tasks: Vec<Task> = report
        .tasks
        .iter()
        .map(|report| task(report, &progress))
        .collect();
    let mut side = side(pair, true, &tasks);
    side.name = NAME;
    side.phase = capital(&report.phase);
    if let Some((_, ours)) = pair.output {
        let output = report.outputs.iter().find(|output| output.name == ours);
        side.output = Some(output.map(text).unwrap_or_default());
    }
    side
}

fn task(report: &TaskReport, progress: &str) -> Task {
    let line = |signs: &[char]| {
        let line = progress.lines().position(|line| {
            let line = line.strip_prefix(signs);
            let path = line.and_then(|line| line.trim_start().strip_prefix(&report.path));
            path.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
        });
        line.map(|line| format!("{line:08}"))
    };
    let outputs = report.outputs.iter();
    Task {
        path: without_items(&report.path),
        is_block: report.kind != "task",
        message: report.message.clone().unwrap_or_default(),
        leaf: Leaf {
            phase: capital(&report.phase),
            inputs: Default::default(),
            outputs: outputs
                .map(|output| (output.name.replace('_', "-"), text(output)))
                .collect(),
        },
        time: line(&['▸']).zip(line(&['✓', '✗'])),
    }
}

/// A text as it is, all else as JSON.
fn text(output: &Output) -> String {
    let json = output.value.get();
    serde_json::from_str(json).unwrap_or_else(|_| json.to_owned())
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

/// A path without the numbers of items.
fn without_items(path: &str) -> String {
    let names = path
        .split('/')
        .map(|name| name.split('(').next().unwrap_or(name));
    names.collect::<Vec<_>>().join("/")
}
