use super::case::{Case, End};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What an engine made of a case.
#[derive(Debug, Default)]
pub(crate) struct Outcome {
    /// Which engine.
    pub(crate) engine: &'static str,
    pub(crate) succeeded: bool,
    /// JSON texts.
    pub(crate) outputs: BTreeMap<String, String>,
    /// Tasks and blocks by path.
    pub(crate) tasks: BTreeMap<String, Task>,
    /// Pairs of the case's order that did not hold.
    pub(crate) disorder: Vec<String>,
    /// What else is wrong.
    pub(crate) problems: Vec<String>,
}

/// How a task or block went.
#[derive(Debug)]
pub(crate) struct Task {
    pub(crate) end: End,
    /// None of a block.
    pub(crate) tries: Option<usize>,
    pub(crate) message: String,
}

impl Outcome {
    /// What is not as the case says.
    pub(crate) fn differences(&self, case: &Case) -> Option<String> {
        let mut text = String::new();
        let expected: BTreeMap<_, _> = case
            .outputs
            .iter()
            .map(|(name, value)| (name.clone(), normal(value.as_str())))
            .collect();
        if self.succeeded != case.succeeds() {
            let _ = writeln!(text, "  succeeded: {}", self.succeeded);
        }
        compare("output", &expected, &self.outputs, &mut text);
        for (path, task) in &self.tasks {
            let expected = case.tasks.get(path).copied().unwrap_or(End::Succeeded);
            // Only Argo tells errors from failures.
            let expected = if expected == End::Error && self.engine != super::argo::NAME {
                End::Failed
            } else {
                expected
            };
            if task.end != expected {
                let _ = writeln!(
                    text,
                    "  {path}: expected {expected:?}, is {:?} {}",
                    task.end, task.message
                );
            }
            let tries = match expected {
                End::Skipped | End::Omitted => 0,
                _ => case.tries.get(path).copied().unwrap_or(1),
            };
            let is_counted = !case.early.contains(path);
            if is_counted && task.tries.is_some_and(|counted| counted != tries) {
                let _ = writeln!(
                    text,
                    "  {path}: expected {tries} tries, are {}",
                    task.tries.unwrap_or_default()
                );
            }
        }
        for path in case
            .tasks
            .keys()
            .chain(case.tries.keys())
            .filter(|path| !self.tasks.contains_key(*path))
        {
            let _ = writeln!(text, "  {path}: is missing");
        }
        if let Some(message) = case.message
            && !self
                .tasks
                .values()
                .any(|task| task.message.contains(message))
        {
            let _ = writeln!(text, "  no task says {message:?}");
        }
        for problem in self.disorder.iter().chain(&self.problems) {
            let _ = writeln!(text, "  {problem}");
        }
        (!text.is_empty()).then(|| format!("{case}, {}:\n{}", self.engine, text.trim_end()))
    }

    /// What two engines do not agree on, besides what either does not give as expected.
    pub(crate) fn against(&self, other: &Self, case: &Case) -> Option<String> {
        let mut text = String::new();
        compare("output", &other.outputs, &self.outputs, &mut text);
        let names = |outcome: &Self| -> BTreeMap<String, String> {
            outcome
                .tasks
                .keys()
                .map(|path| (path.clone(), "is there".into()))
                .collect()
        };
        compare("task", &names(other), &names(self), &mut text);
        (!text.is_empty()).then(|| {
            format!(
                "{case}, {} against {}:\n{}",
                self.engine,
                other.engine,
                text.trim_end()
            )
        })
    }
}

/// JSON in the one form that escapes and spaces do not change; numbers as they are.
pub(crate) fn normal(json: &str) -> String {
    match serde_json::from_str::<serde_json::Value>(json) {
        Ok(value) if !value.is_number() => value.to_string(),
        _ => json.to_owned(),
    }
}

fn compare(
    what: &str,
    expected: &BTreeMap<String, String>,
    found: &BTreeMap<String, String>,
    text: &mut String,
) {
    for (name, value) in expected {
        match found.get(name) {
            Some(other) if other == value => {}
            Some(other) => {
                let _ = writeln!(
                    text,
                    "  {what} {name}: expected {}, is {}",
                    shorten(value),
                    shorten(other)
                );
            }
            None => {
                let _ = writeln!(
                    text,
                    "  {what} {name}: expected {}, is missing",
                    shorten(value)
                );
            }
        }
    }
    for (name, value) in found
        .iter()
        .filter(|(name, _)| !expected.contains_key(*name))
    {
        let _ = writeln!(
            text,
            "  {what} {name}: expected none, is {}",
            shorten(value)
        );
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(2000) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
