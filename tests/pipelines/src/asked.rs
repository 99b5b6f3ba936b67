//! Tasks that run only where Rust would run them: right of `&&` and `||`, and in the guards of a `match`.

use crate::components::*;
use pipewright::prelude::*;

/// Fails where its input is below zero, so that a task which should not run is seen.
#[component]
fn positive(number: i64) -> bool {
    assert!(number >= 0, "{number} is below zero");
    number > 0
}

/// The right side fails if it runs.
#[pipeline]
fn right_sides(yes: bool, no: bool) -> String {
    let (yes, no) = (boolean(yes), boolean(no));
    let and = no && positive(-1);
    let or = yes || positive(-1);
    let both = yes && positive(1);
    let nested = no || (yes && (positive(1) || positive(-1)));
    let negated = !(no && positive(-1));
    let late = no && yes && positive(-1) || positive(0);
    bits(and, or, both, nested, negated, late)
}

/// A right side that itself waits for a task, in the condition of an `if`.
#[pipeline]
fn right_side_of_tasks(yes: bool, number: i64) -> String {
    if boolean(yes) || positive(integer(number)) {
        text("held")
    } else {
        text("did not hold")
    }
}

/// A guard runs where its pattern fits, and no arm before it.
#[pipeline]
fn asking_guards(number: i64) -> String {
    let number = integer(number);
    match number {
        1 if positive(1) => text("one"),
        2 if positive(0) => text("never"),
        2 | 3 if positive(1) && number > 2 => text("three"),
        4 if positive(-1) => text("never"),
        2 => text("two"),
        _ => text("other"),
    }
}
