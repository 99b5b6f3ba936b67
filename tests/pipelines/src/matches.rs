//! `match` on values that are known when the pipeline runs.

use crate::components::{Level, boolean, integer, level, note, text};
use pipewright::prelude::*;

#[pipeline]
fn match_text(name: String) -> String {
    match text(name) {
        "one" => text("1"),
        "{{two}}" | "zwei" => text("2"),
        "" => text("empty"),
        _ => text("many"),
    }
}

#[pipeline]
fn match_integer(n: i64) -> String {
    let word = match n {
        0 => "none",
        1 | 2 => "few",
        -1 => "minus one",
        9_007_199_254_740_993 => "many",
        _ => "some",
    };
    text(word)
}

const MANY: i64 = 9_007_199_254_740_993;

#[pipeline]
fn match_range(n: i64, x: f64, letter: char) -> Vec<String> {
    let size = match integer(n) {
        ..0 => "negative",
        0 | 2..4 => "few",
        1 => "one",
        4..=99 => "some",
        MANY.. => "many",
        _ => "more",
    };
    let part = match x {
        0.0..=0.5 => text("low"),
        _ => text("high"),
    };
    let kind = match letter {
        'a'..='z' | 'A'..='Z' => "a letter",
        _ => "no letter",
    };
    Value::from([text(size), part, text(kind)])
}

#[pipeline]
fn match_guard(n: i64, name: String, value: Level, ready: bool) -> Vec<String> {
    let size = match integer(n) {
        0 if ready => text("ready"),
        0 | 1 => text("small"),
        2..=9 if n != 4 && name.len() > 1 => text("some"),
        _ if name == "{{x}}" => text("named"),
        _ => text("more"),
    };
    let word = match name {
        "a" if n > 2 => "A",
        "a" => "a",
        _ => "?",
    };
    let level = match value {
        Level::Low if ready && n > 3 => 1,
        Level::Low | Level::Middle => 2,
        Level::High => 3,
    };
    let plain = match MANY {
        MANY if ready => text("known"),
        _ => text("unknown"),
    };
    Value::from([size, text(word), format!("{level}"), plain])
}

#[pipeline]
fn match_level(value: Level) -> i64 {
    match level(value) {
        Level::Low => integer(1),
        Level::Middle => integer(2),
        Level::High => integer(3),
    }
}

#[pipeline]
fn match_level_otherwise(value: Level) -> String {
    text(match value {
        Level::Low | Level::Middle => "not high",
        _ => "high",
    })
}

#[pipeline]
fn match_boolean(value: bool) {
    match boolean(value) {
        true => {
            note("yes");
        }
        false => {}
    }
}

/// A `match` in a loop, in a `match`.
#[pipeline]
fn match_in_blocks(list: Vec<i64>, mode: String) -> Vec<String> {
    match mode {
        "each" => list.map(|item| match item {
            1 => text("one"),
            _ => text(format!("{item}")),
        }),
        _ => list.map(|_| text("any")),
    }
}

/// The value itself, where no other arm fits.
fn kind_of(number: i64) -> &'static str {
    match number {
        0 => "nothing",
        1..=9 => "a digit",
        _ => "more",
    }
}

#[pipeline]
fn named_arms(number: i64, word: String, value: Level) -> Vec<String> {
    let doubled = match integer(number) {
        0 => integer(0),
        other => other * 2,
    };
    let word = match word {
        "a" | "b" => text("a letter"),
        mut word => {
            word = text(format!("{word}!"));
            word
        }
    };
    let other: Value<Level> = match value {
        Level::Low => level(Level::High),
        Level::High => level(Level::Low),
        kept => kept,
    };
    let level = match other {
        Level::Middle => "middle",
        _ => "an end",
    };
    let plain = match kind_of(5) {
        "nothing" => String::new(),
        kind => kind.to_owned(),
    };
    let owned = vec![Some(String::from("owned")), None];
    let plain = match owned.into_iter().flatten().next() {
        None => plain,
        Some(owned) => format!("{plain}, {owned}"),
    };
    Value::from([text(format!("{doubled}")), word, text(level), text(plain)])
}
