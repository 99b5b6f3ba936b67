//! Optional values, arithmetic and text on values that are known when the pipeline runs.

use crate::components::{boolean, integer, number, text};
use crate::loops::maybe;
use pipewright::prelude::*;

#[derive(Outputs)]
pub(crate) struct Known {
    pub(crate) is_some: bool,
    pub(crate) is_none: bool,
    pub(crate) value: i64,
    pub(crate) given: i64,
    pub(crate) text: String,
}

#[pipeline]
fn optional(value: Option<i64>, name: Option<String>, other: i64) -> Known {
    let passed = maybe(value = value);
    KnownHandles {
        is_some: boolean(passed.is_some()),
        is_none: value.is_none(),
        value: passed.unwrap_or(other),
        given: integer(value.unwrap_or(-1)),
        text: text(name.unwrap_or("{{nobody}}")),
    }
}

#[derive(Outputs)]
pub(crate) struct Computed {
    pub(crate) sum: i64,
    pub(crate) difference: i64,
    pub(crate) product: i64,
    pub(crate) quotient: i64,
    pub(crate) remainder: i64,
}

#[pipeline]
fn integers_computed(a: i64, b: i64) -> Computed {
    ComputedHandles {
        sum: integer(a + b),
        difference: a - b,
        product: integer(a * b),
        quotient: integer(a / b),
        remainder: a % b,
    }
}

/// Each in a task of its own, so that each fails alone.
#[pipeline]
fn integers_checked(a: i64, b: i64) {
    integer(a + b);
    integer(a - b);
    integer(a * b);
    integer(a / b);
    integer(a % b);
}

#[pipeline]
fn small_integers(a: u8, b: u8) -> u8 {
    small(a + b * 2)
}

#[component]
pub(crate) fn small(value: u8) -> u8 {
    value
}

#[derive(Outputs)]
pub(crate) struct Fractions {
    pub(crate) sum: f64,
    pub(crate) difference: f64,
    pub(crate) product: f64,
    pub(crate) quotient: f64,
    pub(crate) negated: f64,
    pub(crate) printed: String,
}

#[pipeline]
fn numbers_computed(a: f64, b: f64) -> Fractions {
    FractionsHandles {
        sum: number(a + b),
        difference: a - b,
        product: number(a * b),
        quotient: number(a / b),
        negated: -a,
        printed: text(format!("{} {} {}", a * b, a / b, 1.0 - b)),
    }
}

/// Conditions on what was computed.
#[pipeline]
fn computed_condition(a: i64, b: i64) -> String {
    if a * 2 + 1 > b && (a - b) % 2 == 0 {
        text("yes")
    } else {
        text("no")
    }
}

#[derive(Outputs)]
pub(crate) struct Texts {
    pub(crate) length: usize,
    pub(crate) contains: bool,
    pub(crate) starts: bool,
    pub(crate) ends: bool,
    pub(crate) lower: String,
    pub(crate) padded: String,
}

#[pipeline]
fn text_functions(word: String, part: String) -> Texts {
    let word = text(word);
    TextsHandles {
        length: word.len(),
        contains: word.contains(part),
        starts: word.starts_with("{{"),
        ends: boolean(word.ends_with(part)),
        lower: text(word.to_lowercase()),
        padded: text(format!("[{:>6}|{:<4}|{:^5}]", word, part, word.len())),
    }
}
