//! Pipelines that call pipelines, and themselves.

use crate::components::{fail, integer, note, text};
use pipewright::prelude::*;

/// A number and what was made of it.
#[derive(Outputs)]
pub(crate) struct Scaled {
    pub(crate) number: i64,
    pub(crate) label: String,
}

/// Multiplies and names a number.
#[pipeline]
fn scale(value: i64, #[default(10)] factor: i64, label: Option<String>) -> Scaled {
    let number = integer(value * factor);
    ScaledHandles {
        number,
        label: text(format!("{}: {number}", label.unwrap_or("none"))),
    }
}

/// The same pipeline three times, with defaults, names and options.
#[pipeline]
fn scaled(value: i64) -> Vec<String> {
    let first = scale(value);
    let second = scale(first.number, factor = 2, label = "second");
    let third = scale(label = format!("<{}>", second.label), value = 1)
        .display_name("The third")
        .after(&first);
    gather(first.label, second.label, third.label)
}

/// Puts texts into a list.
#[component]
pub(crate) fn gather(a: String, b: String, c: String) -> Vec<String> {
    vec![a, b, c]
}

/// A pipeline that gives nothing, one after the other.
#[pipeline]
fn say(message: String) {
    note(message);
}

#[pipeline]
fn said(message: String) {
    let first = say(message);
    say("then").after(&first);
}

/// What a call is given is computed.
#[pipeline]
fn called_with_a_quotient(a: i64, b: i64) {
    let first = say(format!("{}", a / b));
    say("behind").after(&first);
}

/// Calls in an `if` and in a loop.
#[pipeline]
fn called_in_blocks(list: Vec<i64>, limit: i64) -> Vec<i64> {
    list.map(|item| {
        if item > limit {
            scale(item, factor = 0).number
        } else {
            scale(item).number
        }
    })
}

/// Fails as a whole, is tried again as a whole.
#[pipeline]
fn sometimes(reason: String) -> String {
    let before = text(reason);
    fail(before)
}

#[pipeline]
fn retried_call(reason: String) -> String {
    text(sometimes(reason).retries(1))
}

/// A call that may fail.
#[pipeline]
fn forgiven_call(reason: String) -> String {
    let result = sometimes(reason).allow_failure();
    text(result.unwrap_or("it failed"))
}

/// Counts down: calls itself until there is nothing left.
#[pipeline]
fn countdown(n: i64, #[default("")] trace: String) -> String {
    let at = integer(n);
    if at > 0 {
        countdown(at - 1, trace = format!("{trace}{at} "))
    } else {
        format!("{trace}liftoff")
    }
}

/// Two pipelines that call each other.
#[pipeline]
fn even(n: i64) -> bool {
    if integer(n) == 0 { true } else { odd(n - 1) }
}

#[pipeline]
fn odd(n: i64) -> bool {
    if integer(n) == 0 { false } else { even(n - 1) }
}

/// A handler of a called pipeline, in the way of neither outputs nor failures.
#[pipeline]
fn handled(value: i64) -> i64 {
    on_exit(|exit| {
        note(format!("{value}: {}", exit.status));
    });
    integer(value + 1)
}

#[pipeline]
fn handled_call(value: i64) -> i64 {
    integer(handled(value) * 2)
}

/// Has the name of a pipeline of another crate, which it calls.
#[pipeline]
fn walk(from: i64) -> i64 {
    let far = steps::walk(from);
    steps::add(far.after, more = 100)
}

/// Components and pipelines of another crate.
#[pipeline]
fn called_across_crates(from: i64) -> i64 {
    let first = steps::walk(from);
    let second = steps::walk(from = first.after, length = 10).display_name("far");
    steps::add(second.after)
}
