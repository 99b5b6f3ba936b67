//! Defaults of parameters and of inputs, and what replaces them.

use crate::components::*;
use crate::texts::{AWKWARD, LITERALS};
use pipewright::prelude::*;

/// A pipeline whose parameters all have defaults.
#[pipeline]
fn parameter_defaults(
    #[default(-7)] count: i64,
    #[default(1e21)] size: f64,
    #[default("a \"word\": {{x}} $(y) #")] word: String,
    #[default(Level::Middle)] level: Level,
    #[default(vec![1, 2])] list: Vec<i64>,
    #[default(true)] flag: bool,
    #[default('k')] letter: char,
    name: Option<String>,
    #[default("given")] other: Option<String>,
) -> String {
    let list = show_list(list, name = name, other = other);
    let level = show_level(level);
    text(format!(
        "{count} {size} {word} {level} {list} {flag} {letter}"
    ))
}

#[component]
fn show_list(list: Vec<i64>, name: Option<String>, other: Option<String>) -> String {
    format!("{list:?} {name:?} {other:?}")
}

#[component]
fn show_level(value: Level) -> String {
    format!("{value:?}")
}

#[component]
fn describe(
    word: String,
    #[default(3)] times: u8,
    #[default(0.1 + 0.2)] size: f64,
    #[default("{{inputs.parameters.word}} '$(x)' $$")] mark: String,
    #[default(Level::High)] level: Level,
    name: Option<String>,
    #[default(5)] limit: Option<u64>,
    #[default(Some(vec!["a".into()]))] list: Option<Vec<String>>,
) -> String {
    format!("{word} {times} {size} {mark} {level:?} {name:?} {limit:?} {list:?}")
}

/// A component whose inputs have defaults, which are left out.
#[pipeline]
fn input_defaults() -> String {
    describe("x")
}

/// Inputs with defaults that are named, with plain and run-time values.
#[pipeline]
fn named_inputs(word: String, times: u8) -> String {
    let name = text(word);
    let level = level(Level::Low);
    let first = describe(name, times = times, name = name, mark = format!("<{word}>"));
    let second = describe(
        "y",
        level = level,
        limit = None,
        list = vec!["b".to_owned()],
        size = 2.5,
    );
    let third = describe("z", name = "literal", limit = 6, mark = "", times = 255);
    join_three(first, second, third)
}

#[component]
fn join_three(a: String, b: String, c: String) -> String {
    [a, b, c].join(" | ")
}

/// Texts that Argo, Kubernetes or YAML would bend, as defaults of parameters.
#[pipeline]
fn awkward_defaults(
    #[default(LITERALS[0])] a: String,
    #[default(LITERALS[1])] b: String,
    #[default(LITERALS[2])] c: String,
    #[default(LITERALS[3])] d: String,
    #[default(AWKWARD[8])] e: String,
    #[default(AWKWARD[9])] f: String,
    #[default(AWKWARD[10])] g: String,
    #[default(AWKWARD[11])] h: String,
) -> crate::data::Eight {
    crate::data::relay(a, b, c, d, e, f, g, h)
}

#[component]
fn awkward_inputs(
    #[default(LITERALS[0])] a: String,
    #[default(LITERALS[1])] b: String,
    #[default(LITERALS[2])] c: String,
    #[default(LITERALS[3])] d: String,
    #[default(AWKWARD[8])] e: String,
    #[default(AWKWARD[9])] f: String,
    #[default(AWKWARD[10])] g: String,
    #[default(AWKWARD[11])] h: String,
) -> crate::data::Eight {
    crate::data::Eight {
        a,
        b,
        c,
        d,
        e,
        f,
        g,
        h,
    }
}

/// The same texts as defaults of inputs.
#[pipeline]
fn awkward_input_defaults() -> crate::data::Eight {
    let made = awkward_inputs();
    crate::data::relay(
        made.a, made.b, made.c, made.d, made.e, made.f, made.g, made.h,
    )
}
