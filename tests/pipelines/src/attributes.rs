//! Attributes within pipelines: what is not configured is not there.

#![allow(
    clippy::allow_attributes_without_reason,
    reason = "the attributes are what is tested"
)]

use crate::components::*;
use pipewright::prelude::*;

#[pipeline]
fn not_configured(#[cfg(any())] gone: Vec<i64>, #[cfg(not(any()))] number: i64) -> String {
    #[cfg(any())]
    if boolean(true) {
        text("an `if`");
    }
    #[cfg(any())]
    match integer(number) {
        1 => note("a `match`"),
        _ => note("a `match`"),
    }
    #[cfg(any())]
    if let Some(number) = nothing() {
        text(format!("{number}"));
    }
    #[cfg(any())]
    for item in gone {
        integer(item);
    }
    #[cfg(any())]
    note(text = "a call with names");
    #[cfg(any())]
    let word = text("a `let`");
    #[cfg(any())]
    {
        note("a block");
    }
    #[cfg(any())]
    while boolean(true) {}
    #[cfg_attr(not(any()), cfg(any()))]
    let word = text("an attribute of an attribute");
    let word = match integer(number) {
        #[cfg(any())]
        1 => text("an arm"),
        #[cfg(not(any()))]
        1 => text("one"),
        _ => text("other"),
    };
    let words = [
        #[cfg(any())]
        text("an element"),
        word,
    ];
    join(words)
}

/// Lints may be set wherever rustc takes them.
#[pipeline]
fn linted(#[allow(unused_variables)] number: i64, #[expect(unused_variables)] other: i64) {
    #[allow(clippy::all)]
    for item in Value::from([integer(1), integer(2)]) {
        #[allow(unused_variables)]
        let unused = 1;
        #[expect(unused_variables)]
        let unused = item;
    }
    #[allow(clippy::needless_bool)]
    if boolean(true) {
        note("an `if`");
    }
    #[allow(clippy::single_match)]
    match integer(1) {
        #[allow(unused_must_use)]
        1 => {
            note("a `match`");
        }
        _ => {}
    }
    #[allow(unused_must_use)]
    note(text = "a call");
    #[allow(unused_mut, clippy::let_unit_value)]
    let mut done = note("a `let`");
    #[allow(clippy::never_loop)]
    loop {
        note("a loop").after(&done);
        break;
    }
}

/// A component some of whose inputs are not configured.
#[component]
fn configured(
    #[cfg(any())] gone: i64,
    #[cfg(not(any()))] here: i64,
    #[allow(unused_variables)] other: i64,
    #[cfg(any())]
    #[default(1)]
    optional: i64,
) -> String {
    #[cfg(any())]
    let here = gone;
    format!("{here}")
}

#[pipeline]
fn configured_inputs() -> String {
    configured(
        #[cfg(any())]
        1,
        2,
        #[cfg(any())]
        3,
        other = 4,
        #[cfg(any())]
        here = 5,
    )
}
