//! What a body is given, and what Rust makes of it.

use crate::components::{Item, Level};
use crate::direct;
use pipewright::PipelineDescriptor;
use pipewright::run::{Json, Kind, Observer, Options, Phase, Report};
use pipewright::target::{self, Settings};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe};

pub type Arguments = BTreeMap<String, Json>;

/// Names of the components that ran, with what they gave, in the order of the text.
pub type Tasks = Vec<(String, String)>;

/// What a body gives and which tasks it runs, or why it fails.
pub type Outcome = Result<(Value, Tasks), String>;

/// A body with its arguments.
pub struct Case {
    pub name: &'static str,
    pub pipeline: &'static PipelineDescriptor,
    pub rows: Vec<Row>,
}

/// Arguments, and what the body gives for them in plain Rust.
pub struct Row {
    pub arguments: Arguments,
    pub expected: Outcome,
    /// The run has to fail, although Rust gives a value.
    pub refused: bool,
}

/// What Rust wants behind the text of a `match`.
pub trait Text {
    /// The text itself.
    fn as_str(self) -> Self;
}

impl Text for pipewright::Value<String> {
    fn as_str(self) -> Self {
        self
    }
}

/// A text.
pub fn s(text: &str) -> String {
    text.to_owned()
}

/// A value as it travels.
pub fn json<T: Serialize>(value: &T) -> Json {
    Json::of(value).expect("an argument can be written")
}

/// Calls plain Rust.
pub fn plainly<T: Serialize>(body: impl FnOnce() -> T) -> Outcome {
    direct::start();
    let value = panic::catch_unwind(AssertUnwindSafe(body));
    let mut tasks = direct::tasks();
    tasks.sort();
    match value {
        Ok(value) => Ok((data(&value)?, tasks)),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
            Err(text.unwrap_or_default())
        }
    }
}

/// A value as data, in the form in which it travels.
pub fn data<T: Serialize>(value: &T) -> Result<Value, String> {
    let json = Json::of(value).map_err(|error| error.to_string())?;
    parsed(&json)
}

fn parsed(json: &Json) -> Result<Value, String> {
    let value = serde_json::from_str(json.as_str()).map_err(|error| error.to_string())?;
    Ok(normal(value))
}

/// Numbers without a fraction as integers: `3.0` and `3` are one number.
fn normal(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            Some(x) if x.fract() == 0.0 && x.abs() < 1e18 && (x != 0.0 || x.is_sign_positive()) => {
                (x as i64).into()
            }
            _ => number.into(),
        },
        Value::Array(items) => items.into_iter().map(normal).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter();
            fields.map(|(name, value)| (name, normal(value))).collect()
        }
        other => other,
    }
}

impl Case {
    /// Why the pipeline cannot be compiled, if it cannot.
    pub fn refusal(&self) -> Option<String> {
        let target = target::named("argo").expect("it is a target");
        let compiled = pipewright::compile(self.pipeline, target, &Settings::default());
        let error = compiled.err()?;
        Some(format!("{} cannot be compiled\n{error}", self.name))
    }

    /// What differs from plain Rust, if something does.
    pub fn difference(&self, row: &Row, options: &Options) -> Option<String> {
        let mut observer = |_: &pipewright::run::Event| {};
        let found = run(self.pipeline, &row.arguments, options, &mut observer);
        let same = match (&row.expected, &found) {
            (Ok(_), Err(_)) => row.refused,
            (Ok(expected), Ok(found)) => !row.refused && expected == found,
            (Err(_), Err(_)) => !row.refused,
            (Err(_), Ok(_)) => false,
        };
        (!same).then(|| {
            let (name, given) = (self.name, &row.arguments);
            let expected = if row.refused {
                &Err("refused".to_owned())
            } else {
                &row.expected
            };
            format!("{name} of {given:?}\n  expected {expected:?}\n  found    {found:?}")
        })
    }
}

fn run(
    pipeline: &PipelineDescriptor,
    arguments: &Arguments,
    options: &Options,
    observer: &mut dyn Observer,
) -> Outcome {
    let report = pipewright::run(pipeline, arguments, options, observer)
        .unwrap_or_else(|error| panic!("{} does not start: {error}", pipeline.name()));
    if report.phase == Phase::Succeeded {
        return Ok((named(&report.outputs), tasks(&report)));
    }
    let failed = report.tasks.iter().find_map(|task| task.message.clone());
    Err(report.message.or(failed).unwrap_or_default())
}

fn named(outputs: &[pipewright::run::OutputValue]) -> Value {
    let value = |json: &Json| parsed(json).expect("an output is JSON");
    match outputs {
        [] => Value::Null,
        [one] if one.name == "output" => value(&one.value),
        several => several
            .iter()
            .map(|output| (output.name.clone(), value(&output.value)))
            .collect(),
    }
}

/// The components that succeeded. A name is that of its component, with a number if there are several in a block.
fn tasks(report: &Report) -> Tasks {
    let tasks = report.tasks.iter();
    let ran = tasks.filter(|task| task.kind == Kind::Task && task.phase == Phase::Succeeded);
    let mut tasks: Tasks = ran
        .map(|task| {
            let name = task.path.rsplit('/').next().unwrap_or_default();
            let name = name.trim_end_matches(|sign: char| sign == '-' || sign.is_ascii_digit());
            (name.to_owned(), named(&task.outputs).to_string())
        })
        .collect();
    tasks.sort();
    tasks
}

/// A struct.
pub fn item(count: i64, maybe: Option<i64>, label: &str, level: Level) -> Item {
    Item {
        count,
        label: label.to_owned(),
        rate: 0.5,
        maybe,
        level,
    }
}
