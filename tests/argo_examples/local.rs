//! Our pipelines on this machine.

use super::pair::Pair;
use super::program;
use super::side::{Leaf, Side};
use super::task::{Task, side};
use serde::Deserialize;
use serde_json::value::RawValue;
use std::process::Command;

#[derive(Deserialize)]
struct Report {
    phase: String,
    outputs: Vec<Value>,
    tasks: Vec<TaskReport>,
}

#[derive(Deserialize)]
struct Value {
    name: String,
    value: Box<RawValue>,
}

#[derive(Deserialize)]
struct TaskReport {
    path: String,
    kind: String,
    phase: String,
    message: Option<String>,
    outputs: Vec<Value>,
}

impl Value {
    /// A text as it is, all else as JSON.
    fn text(&self) -> String {
        let json = self.value.get();
        serde_json::from_str(json).unwrap_or_else(|_| json.to_owned())
    }
}

const NAME: &str = "ours on this machine";

/// Runs the pipeline of a pair.
pub(crate) fn run(pair: &Pair) -> Side {
    let output = Command::new(program::program())
        .args(["run", pair.ours, "--json"])
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
        .map(|task| task.task(&progress))
        .collect();
    let mut side = side(pair, true, &tasks);
    side.name = NAME;
    side.phase = capital(&report.phase);
    if let Some((_, ours)) = pair.output {
        let output = report.outputs.iter().find(|output| output.name == ours);
        side.output = Some(output.map(Value::text).unwrap_or_default());
    }
    side
}

impl TaskReport {
    fn task(&self, progress: &str) -> Task {
        let line = |signs: &[char]| {
            let line = progress.lines().position(|line| {
                let line = line.strip_prefix(signs);
                let path = line.and_then(|line| line.trim_start().strip_prefix(&self.path));
                path.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':']))
            });
            line.map(|line| format!("{line:08}"))
        };
        let outputs = self.outputs.iter();
        Task {
            path: without_items(&self.path),
            is_block: self.kind != "task",
            message: self.message.clone().unwrap_or_default(),
            leaf: Leaf {
                phase: capital(&self.phase),
                inputs: Default::default(),
                outputs: outputs
                    .map(|output| (output.name.replace('_', "-"), output.text()))
                    .collect(),
            },
            time: line(&['▸']).zip(line(&['✓', '✗'])),
        }
    }
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
