//! Components that pipelines of several subjects use.

use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// Gives the text it is given.
#[component]
pub(crate) fn text(value: String) -> String {
    value
}

/// Gives the integer it is given.
#[component]
pub(crate) fn integer(value: i64) -> i64 {
    value
}

/// Gives the number it is given.
#[component]
pub(crate) fn number(value: f64) -> f64 {
    value
}

/// Gives the truth value it is given.
#[component]
pub(crate) fn boolean(value: bool) -> bool {
    value
}

/// How much of something there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Level {
    Low,
    #[serde(rename = "in between")]
    Middle,
    High,
}

/// Gives the level it is given.
#[component]
pub(crate) fn level(value: Level) -> Level {
    value
}

/// Writes down conditions as ones and zeros.
#[component]
pub(crate) fn bits(a: bool, b: bool, c: bool, d: bool, e: bool, f: bool) -> String {
    [a, b, c, d, e, f]
        .map(|bit| if bit { '1' } else { '0' })
        .iter()
        .collect()
}

/// Prints a text.
#[component]
pub(crate) fn note(text: String) {
    println!("{text}");
}

/// Puts texts together.
#[component]
pub(crate) fn join(parts: Vec<String>) -> String {
    parts.join(", ")
}

/// Fails.
#[component]
pub(crate) fn fail(reason: String) -> Result<String, String> {
    Err(reason)
}

#[component]
pub(crate) fn equal() {}

#[component]
pub(crate) fn not_equal() {}

#[component]
pub(crate) fn less() {}

#[component]
pub(crate) fn less_or_equal() {}

#[component]
pub(crate) fn greater() {}

#[component]
pub(crate) fn greater_or_equal() {}
