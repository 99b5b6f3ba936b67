//! What components and pipelines give: one output, several, none.

use crate::components::*;
use pipewright::prelude::*;

/// What a division gives.
#[derive(Outputs)]
pub(crate) struct Division {
    /// How often the divisor fits.
    pub(crate) quotient: f64,
    /// What is left.
    pub(crate) remainder: f64,
}

/// Divides two numbers.
#[component]
pub(crate) fn divide(dividend: f64, divisor: f64) -> Division {
    Division {
        quotient: (dividend / divisor).floor(),
        remainder: dividend.rem_euclid(divisor),
    }
}

/// Uses all outputs of a component, and gives all of another.
#[pipeline]
fn several_outputs(a: f64, b: f64) -> Division {
    let parts = divide(a, b);
    note(format!("{} rest {}", parts.quotient, parts.remainder));
    divide(parts.quotient, parts.remainder)
}

#[derive(Outputs)]
struct Mixed {
    text: String,
    count: i64,
    list: Vec<f64>,
    flag: bool,
    r#type: Level,
}

#[component]
fn mix(text: String) -> Mixed {
    Mixed {
        count: text.chars().count() as i64,
        list: vec![0.5, 1e21],
        flag: text.is_empty(),
        r#type: Level::Middle,
        text,
    }
}

/// Outputs of several types, put together anew: parameters, outputs of tasks, formats, conditions.
#[pipeline]
fn outputs_of_types(word: String) -> Mixed {
    let mixed = mix(word);
    let again = mix(format!("{} {}", mixed.text, mixed.count));
    MixedHandles {
        text: format!("{word}{}", again.text),
        count: again.count,
        list: mixed.list,
        flag: again.count > 3 && !mixed.flag,
        r#type: again.r#type,
    }
}

/// Neither the components nor the pipeline give anything.
#[pipeline]
fn no_outputs(word: String) {
    let first = note(word);
    note("again").after(&first);
}

#[component]
fn try_integer(text: String) -> Result<i64, std::num::ParseIntError> {
    text.parse()
}

#[component]
fn nothing_or_error(fails: bool) -> Result<(), String> {
    if fails {
        Err("it was told to".into())
    } else {
        Ok(())
    }
}

/// Components that may fail and do not.
#[pipeline]
fn results(word: String) -> i64 {
    nothing_or_error(false);
    try_integer(word)
}

/// A parameter as the output, past all tasks.
#[pipeline]
fn parameter_as_output(word: String, level: Level) -> Both {
    note("a task");
    BothHandles { word, level }
}

#[derive(Outputs)]
struct Both {
    word: String,
    level: Level,
}

/// The same component called often, with and without options.
#[pipeline]
fn one_template(word: String) -> String {
    let a = text(format!("{word}1"));
    let b = text(a).retries(1).timeout(seconds(60));
    let c = text(b).cpu("100m").memory("64Mi");
    text(c).retries(1).timeout(minutes(1))
}
