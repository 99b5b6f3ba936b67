//! Plain Rust in pipelines: loops over plain data, functions, closures, plain conditions.

use crate::components::*;
use pipewright::prelude::*;

/// A loop makes tasks.
#[pipeline]
fn unrolled(word: String) -> String {
    let mut all = text("start");
    for (index, sign) in ["+", "-", "{{", "'"].iter().enumerate() {
        all = text(format!("{all}{sign}{index}"));
        if index % 2 == 1 {
            note(format!("{word}{index}"));
        }
    }
    let lengths: Vec<_> = (1..3).map(|size| integer(size)).collect();
    format!("{all} {} {}", lengths[0], lengths[1])
}

/// A loop makes run-time conditions.
#[pipeline]
fn unrolled_conditions(n: i64) -> String {
    let n = integer(n);
    let mut found = text("none");
    for limit in [10, 20, 30] {
        found = if n > limit {
            text(format!("over {limit}"))
        } else {
            found
        };
    }
    found
}

fn twice(word: Value<String>) -> Value<String> {
    text(word).after(&text("before"))
}

/// Functions and closures make tasks.
#[pipeline]
fn helped(word: String) -> String {
    let exclaim = |word: Value<String>| text(format!("{word}!"));
    let first = twice(word);
    exclaim(exclaim(first))
}

/// Plain conditions leave no trace.
#[pipeline]
fn plain_conditions(word: String) -> String {
    const LARGE: bool = 3 > 2;
    let sizes = [1, 2, 3];
    let made = if LARGE && sizes.len() == 3 {
        text(format!("{word} {}", sizes[2]))
    } else {
        text("never")
    };
    let label = match sizes.iter().max() {
        Some(3) => "three",
        _ => "other",
    };
    while false {
        note("never");
    }
    text(format!("{made} {label}"))
}
