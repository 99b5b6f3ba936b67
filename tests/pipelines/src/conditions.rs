//! Conditions that are kept, handed on and made of other conditions.

use crate::components::*;
use pipewright::prelude::*;

/// A condition that is kept and used several times.
#[pipeline]
fn stored_condition(n: i64) -> String {
    let n = integer(n);
    let large = n > 10;
    let even_larger = large && n > 100;
    if large {
        greater();
    }
    if !large {
        less();
    }
    let word = if even_larger {
        text("huge")
    } else {
        text("not huge")
    };
    format!("{word} {large} {even_larger}")
}

/// A condition that a task finds.
#[pipeline]
fn found_condition(n: i64) -> bool {
    let found = boolean(n > 3);
    if found {
        boolean(!found)
    } else {
        boolean(found == false)
    }
}

fn is_between(value: Value<i64>, least: Value<i64>, most: Value<i64>) -> Value<bool> {
    between::call_in(value, least, most)
}

mod between {
    use pipewright::prelude::*;

    #[component]
    pub(super) fn within(value: i64, least: i64, most: i64) -> bool {
        (least..=most).contains(&value)
    }

    pub(super) fn call_in(value: Value<i64>, least: Value<i64>, most: Value<i64>) -> Value<bool> {
        within(value, least, most)
    }
}

/// Conditions that helper functions in a module of their own give.
#[pipeline]
fn helped_condition(n: i64) -> String {
    let low = integer(10);
    let high = integer(20);
    let inside = is_between(n, low, high);
    if inside && !(n == 15) {
        text("inside")
    } else {
        text("outside, or 15")
    }
}

/// The value of an `if` in the condition of another.
#[pipeline]
fn condition_of_value(n: i64) -> String {
    let n = integer(n);
    let size = if n > 10 { text("large") } else { text("small") };
    let again = if size == "large" { integer(1) } else { n };
    if again == 1 || size != "small" {
        text("one")
    } else {
        size
    }
}

/// A truth value as the value of an `if`.
#[pipeline]
fn condition_from_if(a: bool, b: bool) -> String {
    let chosen = if a { boolean(b) } else { boolean(true) };
    if chosen {
        equal()
    } else {
        not_equal()
    }
    let parameter = if b { a } else { chosen };
    format!("{chosen} {parameter} {}", chosen && !parameter)
}
