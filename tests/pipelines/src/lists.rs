//! Lists that are made of values.

use crate::components::{Level, boolean, integer, join, level, number, text};
use crate::containers::copy;
use crate::loops::{Training, concat, maybe, maybe_text, sum, trainings};
use crate::texts::AWKWARD;
use pipewright::prelude::*;

/// Parameters, outputs of tasks and of a ready image, and what is made of them.
#[pipeline]
fn listed_texts(value: String, name: Option<String>) -> Vec<String> {
    let made = text(value);
    let texts = Value::from([
        value,
        made,
        format!("{{{made}"),
        name.unwrap_or("json:null"),
        made.to_lowercase(),
    ]);
    all_texts(texts)
}

/// Every text that somebody could take for something else.
#[pipeline]
fn listed_awkward_texts(end: String) -> Vec<String> {
    all_texts(AWKWARD.map(|text| format!("{text}{end}")))
}

#[component]
pub(crate) fn all_texts(values: Vec<String>) -> Vec<String> {
    values
}

/// What a ready image writes, in a list.
#[pipeline]
fn listed_of_an_image(value: String) -> Vec<String> {
    let copied = copy(value).to;
    all_texts([copied, value, copied])
}

/// Tasks of a plain loop go into one task.
#[pipeline]
fn fanned_in(from: i64) -> i64 {
    let values: Vec<_> = (0..3).map(|step| integer(from + step)).collect();
    let list: Value<Vec<i64>> = values.iter().copied().collect();
    sum([sum(&values), sum([from, values[1]]), sum(list), count(list)])
}

#[component]
pub(crate) fn count(values: Vec<i64>) -> i64 {
    values.len() as i64
}

/// A list of each kind of value.
#[derive(Outputs)]
pub(crate) struct Kinds {
    numbers: Vec<f64>,
    booleans: Vec<bool>,
    levels: Vec<Level>,
    options: Vec<Option<i64>>,
    optional_texts: Vec<Option<String>>,
    structs: Vec<Training>,
    lists: Vec<Vec<String>>,
    none: Vec<i64>,
}

#[pipeline]
fn listed_kinds(x: f64, n: Option<i64>, t: Option<String>, l: Level) -> Kinds {
    let all = trainings();
    let none: Vec<Value<i64>> = vec![];
    KindsHandles {
        numbers: Value::from([number(x), x, x / 2.0]),
        booleans: Value::from([boolean(x > 1.0), x > 2.0]),
        levels: Value::from([level(l), l]),
        options: Value::from([maybe(value = n), n]),
        optional_texts: Value::from([maybe_text(value = t), t]),
        structs: all.map(|item| item),
        lists: Value::from([all_texts(["a", "{{b}}"]), Value::from([text("c")])]),
        none: none.into(),
    }
}

/// In blocks, through a called pipeline, and looped over.
#[pipeline]
fn listed_in_blocks(list: Vec<i64>, limit: i64) -> String {
    let rows = list.map(|item| {
        let pair = if item > limit {
            Value::from([text(format!("{item}")), text("large")])
        } else {
            Value::from([format!("{item}"), format!("{limit}")])
        };
        pair.map(|cell| text(format!("<{cell}>")))
    });
    concat(rows)
}

#[component]
pub(crate) fn optional_sum(values: Option<Vec<i64>>) -> i64 {
    values.map_or(-1, |values| values.iter().sum())
}

#[pipeline]
fn joined(values: Vec<String>, #[default(2)] times: i64) -> String {
    text(format!("{}*{times}", join(values)))
}

/// Inputs that take a list or nothing, and those of a pipeline.
#[pipeline]
fn listed_inputs(a: i64, b: String) -> Vec<String> {
    let (none, some) = (
        optional_sum(),
        optional_sum(values = [a, integer(a), integer(1)]),
    );
    Value::from([
        format!("{none} {some}"),
        joined([b, text(b)]),
        joined([b], times = 3),
    ])
}
