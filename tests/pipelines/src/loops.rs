//! Loops over lists that are known when the pipeline runs.

use crate::components::{Level, boolean, integer, level, note, number, text};
use crate::texts::AWKWARD;
use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// How a model is trained.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Fields)]
pub(crate) struct Training {
    pub(crate) name: String,
    pub(crate) epochs: i64,
    #[serde(rename = "learning-rate")]
    pub(crate) rate: f64,
    pub(crate) tags: Vec<String>,
    pub(crate) shuffle: Option<bool>,
}

/// A few trainings, whose names are awkward texts.
#[component]
pub(crate) fn trainings() -> Vec<Training> {
    let training = |index: usize, epochs, rate| Training {
        name: AWKWARD[index].into(),
        epochs,
        rate,
        tags: vec!["a".into(), AWKWARD[index + 1].into()],
        shuffle: [None, Some(true), Some(false)][index % 3],
    };
    vec![
        training(0, 1, 0.5),
        training(16, -9_007_199_254_740_991, 1e21),
        training(48, 0, 1e-7),
    ]
}

/// Gives the training it is given.
#[component]
pub(crate) fn training(value: Training) -> Training {
    value
}

/// Describes a training.
#[component]
pub(crate) fn describe(
    name: String,
    epochs: i64,
    rate: f64,
    tags: Vec<String>,
    shuffle: Option<bool>,
) -> String {
    format!("{name:?} {epochs} {rate} {tags:?} {shuffle:?}")
}

/// Gives all awkward texts.
#[component]
pub(crate) fn awkward_texts() -> Vec<String> {
    AWKWARD.map(str::to_owned).to_vec()
}

/// Gives the list it is given.
#[component]
pub(crate) fn integers(values: Vec<i64>) -> Vec<i64> {
    values
}

/// Puts lists of texts together.
#[component]
pub(crate) fn concat(rows: Vec<Vec<String>>) -> String {
    let rows = rows.iter().map(|row| row.join(","));
    rows.collect::<Vec<_>>().join(";")
}

/// Adds numbers up.
#[component]
pub(crate) fn sum(values: Vec<i64>) -> i64 {
    values.iter().sum()
}

/// A number and its square.
#[derive(Outputs)]
pub(crate) struct Squared {
    pub(crate) number: i64,
    pub(crate) square: i64,
}

/// Squares a number.
#[component]
pub(crate) fn square(number: i64) -> Squared {
    Squared {
        number,
        square: number * number,
    }
}

/// Fails for negative numbers.
#[component]
pub(crate) fn positive(value: i64) -> Result<i64, String> {
    if value < 0 {
        return Err(format!("{value} is negative"));
    }
    Ok(value)
}

#[pipeline]
fn each_integer(list: Vec<i64>) -> Vec<i64> {
    list.map(integer)
}

#[pipeline]
fn each_number(list: Vec<f64>) -> Vec<f64> {
    list.map(number)
}

/// What `format!` makes of numbers in a list.
#[pipeline]
fn each_printed_number(list: Vec<f64>) -> Vec<String> {
    list.map(|value| text(format!("<{value}>")))
}

#[pipeline]
fn each_boolean(list: Vec<bool>) -> Vec<bool> {
    list.map(|value| boolean(!value))
}

#[pipeline]
fn each_level(list: Vec<Level>) -> Vec<Level> {
    list.map(level)
}

#[pipeline]
fn each_text(list: Vec<String>) -> Vec<String> {
    list.map(text)
}

/// Texts that a task makes, with text around them.
#[pipeline]
fn each_made_text() -> Vec<String> {
    awkward_texts().map(|value| text(format!("{{{value}}}")))
}

#[component]
pub(crate) fn maybe(value: Option<i64>) -> Option<i64> {
    value
}

#[pipeline]
fn each_optional(list: Vec<Option<i64>>) -> Vec<Option<i64>> {
    list.map(|item| maybe(value = item))
}

#[component]
pub(crate) fn maybe_text(value: Option<String>) -> Option<String> {
    value
}

#[pipeline]
fn each_optional_text(list: Vec<Option<String>>) -> Vec<Option<String>> {
    list.map(|item| maybe_text(value = item))
}

#[component]
pub(crate) fn anything(value: serde_json::Value) -> serde_json::Value {
    value
}

#[pipeline]
fn each_json(list: Vec<serde_json::Value>) -> Vec<serde_json::Value> {
    list.map(anything)
}

#[pipeline]
fn each_struct() -> Vec<Training> {
    trainings().map(training)
}

#[pipeline]
fn each_field() -> Vec<String> {
    trainings().map(|item| {
        describe(item.name, item.epochs, item.rate, item.tags).after(&note(format!(
            "{} {} {}",
            item.epochs, item.rate, item.name
        )))
    })
}

/// Fields of structs that people write, whatever the order and the spaces.
#[pipeline]
fn each_given_field(list: Vec<Training>) -> Vec<String> {
    list.map(|item| {
        describe(
            item.name,
            item.epochs,
            item.rate,
            item.tags,
            shuffle = item.shuffle,
        )
    })
}

/// A loop in a loop.
#[pipeline]
fn each_cell(rows: Vec<Vec<String>>) -> Vec<Vec<String>> {
    rows.map(|row| row.map(text))
}

/// The lists of an inner loop go into one task.
#[pipeline]
fn each_cell_joined(rows: Vec<Vec<String>>) -> String {
    concat(rows.map(|row| row.map(|cell| text(format!("{cell}!")))))
}

/// A `for` that gives nothing, with values from outside.
#[pipeline]
fn for_each(list: Vec<String>, suffix: String) {
    for item in list {
        note(format!("{item}{suffix}"));
    }
}

/// Tasks that use each other in the block.
#[pipeline]
fn each_chain(list: Vec<i64>, offset: i64) -> i64 {
    let first = integer(offset);
    let values = list.map(|item| {
        let once = integer(item);
        let twice = square(once);
        integer(twice.square + first)
    });
    sum(values)
}

/// Several values of each item.
#[derive(Outputs)]
pub(crate) struct Squares {
    numbers: Vec<i64>,
    squares: Vec<i64>,
}

#[pipeline]
fn each_named(list: Vec<i64>) -> Squares {
    let squared = list.map(square);
    SquaresHandles {
        numbers: squared.number,
        squares: squared.square,
    }
}

#[pipeline]
fn each_pair(list: Vec<i64>) -> Squares {
    let (numbers, squares) = list.map(|item| (integer(item), square(item).square));
    SquaresHandles { numbers, squares }
}

/// Nothing runs in the block: it only computes.
#[pipeline]
fn each_computed(list: Vec<i64>) -> i64 {
    sum(list.map(|item| item * 2 + 1))
}

#[pipeline]
fn zipped(names: Vec<String>, counts: Vec<i64>) -> Vec<String> {
    names
        .zip(counts)
        .map(|(name, count)| text(format!("{name}={count}")))
}

#[pipeline]
fn zipped_structs(counts: Vec<i64>) -> Vec<Training> {
    let all = trainings();
    counts.zip(all).map(|(count, item)| {
        note(format!("{count}"));
        training(item)
    })
}

#[pipeline]
fn enumerated(names: Vec<String>) -> Vec<String> {
    names
        .enumerate()
        .map(|(index, name)| text(format!("{index}: {name}")))
}

#[pipeline]
fn counted(n: i64) -> Vec<i64> {
    range(0, n).map(|index| integer(index * index))
}

/// Ranges with a method, and with their ends.
#[pipeline]
fn counted_by_method(from: i64, n: u8) -> Vec<i64> {
    for index in 1..=n {
        note(format!("{index}"));
    }
    let last = (from..=from + 1).map(|index| integer(index * 10));
    let plain: Value<Vec<i64>> = (0..=1).rev().map(integer).collect();
    (from..0).map(|index| sum([index, sum(last), sum(plain)]))
}

#[pipeline]
fn counted_for(from: i64, to: i64) {
    for index in from..to {
        note(format!("{index}"));
    }
}

/// One after the other, in order.
#[pipeline]
fn one_by_one(list: Vec<i64>) -> Vec<i64> {
    list.parallelism(1).map(integer)
}

/// One after the other, until one fails.
#[pipeline]
fn until_failure(list: Vec<i64>) -> i64 {
    let other = integer(7);
    let values = list.fail_fast().map(|item| {
        let value = positive(item);
        integer(value + 1)
    });
    let done = note(format!("{}", sum(values)));
    note("behind").after(&done);
    other
}

/// The same in an `if`, as a whole that may fail, with tries.
#[pipeline]
fn until_failure_in_blocks(list: Vec<i64>, limit: i64) -> Vec<Option<i64>> {
    if limit > 0 {
        let tried = group().retries(1).run(|| {
            for (index, item) in list.enumerate().fail_fast() {
                positive(item);
                note(format!("{index}"));
            }
        });
        note("behind").after(&tried);
    }
    list.fail_fast().map(|item| positive(item).allow_failure())
}

/// One item fails, the others run; who needs all does not.
#[pipeline]
fn failing_item(list: Vec<i64>) -> i64 {
    let other = integer(7);
    sum(list.map(positive));
    other
}

/// An item that may fail leaves nothing in its place.
#[pipeline]
fn forgiven_item(list: Vec<i64>) -> Vec<Option<i64>> {
    list.map(|item| positive(item).allow_failure())
}

/// A loop in an `if`, an `if` in a loop, and a loop behind a loop.
#[pipeline]
fn loop_and_if(list: Vec<i64>, limit: i64) -> i64 {
    let total = if limit > 0 {
        sum(list.map(|item| {
            if item > limit {
                integer(limit)
            } else {
                integer(item)
            }
        }))
    } else {
        integer(-1)
    };
    let done = range::<i64>(0, 2).for_each(|index| {
        note(format!("{index} {total}"));
    });
    integer(total).after(&done)
}

/// The value of an `if` in a loop is a plain value in one block.
#[pipeline]
fn capped(list: Vec<i64>, limit: i64) -> Vec<i64> {
    list.map(|item| if item > limit { limit } else { integer(item) })
}
