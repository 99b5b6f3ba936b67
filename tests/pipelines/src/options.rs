//! Optional values, arithmetic and text on values that are known when the pipeline runs.

use crate::components::{boolean, integer, note, number, text};
use crate::loops::{maybe, positive, square};
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
pub(crate) struct Opened {
    pub(crate) shown: Option<String>,
    pub(crate) doubled: Option<i64>,
    pub(crate) named: Option<String>,
    pub(crate) squared: Option<i64>,
    pub(crate) square: Option<i64>,
    pub(crate) value: i64,
    pub(crate) given: i64,
    pub(crate) name: String,
    pub(crate) late: String,
}

/// Blocks for what there is, and for what there is not.
#[pipeline]
fn optional_blocks(value: Option<i64>, name: Option<String>) -> Opened {
    let passed = maybe(value = value);
    let (named, squared) =
        name.map(|name| (text(format!("{{{name}}}")), square(text_length(name, 3))));
    let noted = value.map(|value| {
        note(format!("{value}"));
    });
    OpenedHandles {
        shown: passed.map(|value| text(format!("<{value}>"))),
        doubled: passed.map(|value| value * 2),
        named,
        squared: squared.square,
        square: value.map(square).square,
        value: passed.unwrap_or_else(|| integer(-1)),
        given: value.unwrap_or_else(|| 7),
        name: name.unwrap_or_default(),
        late: text("late").after(&noted),
    }
}

/// Patterns that take options apart.
#[pipeline]
fn optional_patterns(value: Option<i64>, name: Option<String>) -> Vec<String> {
    let passed = maybe(value = value);
    if let Some(value) = passed {
        note(format!("{value}"));
    }
    let known = if let Some(_) = name {
        "named"
    } else {
        "unnamed"
    };
    let shown = match name {
        Some(name) => text(format!("{{{name}}}")),
        None => text("none"),
    };
    let (both, other) = if let Some(name) = name {
        if let Some(value) = passed {
            (text(format!("{name}{value}")), value)
        } else {
            (name, integer(-1))
        }
    } else if let Some(value) = passed {
        (format!("{value}"), value + 1)
    } else {
        (format!("-"), integer(-2))
    };
    let forgiven = match positive(other).allow_failure() {
        None => integer(0),
        Some(other) => other,
    };
    Value::from([text(known), shown, both, format!("{forgiven}")])
}

/// An item of a list is there or not.
#[pipeline]
fn optional_items(list: Vec<Option<i64>>) -> Vec<i64> {
    list.map(|item| match item {
        Some(item) => integer(item * 2),
        None => -1,
    })
}

#[component]
pub(crate) fn text_length(text: String, most: i64) -> i64 {
    most.min(text.len() as i64)
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
