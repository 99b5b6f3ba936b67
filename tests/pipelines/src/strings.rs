//! Texts in conditions, formats and long ones.

use crate::components::*;
use crate::data::emit;
use crate::texts::{AWKWARD, long};
use pipewright::prelude::*;

/// A long text goes through two tasks and an `if`.
#[pipeline]
fn long_text(word: String) -> bool {
    let first = text(word);
    if first == long() {
        boolean(first != "")
    } else {
        boolean(false)
    }
}

#[component]
fn make_long() -> String {
    long()
}

#[component]
fn length(word: String) -> i64 {
    word.len() as i64
}

/// A long text that a task makes.
#[pipeline]
fn long_output() -> i64 {
    length(make_long())
}

/// Awkward texts that tasks make are compared with literals; the output tells of each that it is not unequal, and not
/// greater.
#[pipeline]
fn compare_awkward() -> String {
    let mut wrong = text("");
    for (index, texts) in AWKWARD.chunks(8).enumerate() {
        let made = emit(8 * index);
        let made = [
            made.a, made.b, made.c, made.d, made.e, made.f, made.g, made.h,
        ];
        let same = if made[0] == texts[0] {
            made[0]
        } else {
            text("different")
        };
        wrong = format!("{wrong}{}", same != texts[0]);
        for (made, literal) in made.iter().zip(texts) {
            wrong = format!("{wrong}{}{}", *made != *literal, *literal < *made);
        }
    }
    wrong
}

/// Texts that are made on the way are equal to those that tasks make.
#[pipeline]
fn compare_made(a: String) -> String {
    let made = if a != "" {
        format!("{{{{{a}<>&")
    } else {
        text("empty")
    };
    let other = text(format!("{{{{{a}<>&"));
    let literal = if made == "{{$<>&" && "{{$<>&" == other {
        text("dollar")
    } else {
        a
    };
    if made == other {
        text(format!("same {literal}"))
    } else {
        text("different")
    }
}

/// The order of texts is that of their bytes.
#[pipeline]
fn order_of_texts(a: String, b: String) -> String {
    let (x, y) = (text(a), text(b));
    format!("{} {} {} {}", x < y, x <= y, x > y, x >= y)
}

/// An empty text is a text.
#[pipeline]
fn empty_text(word: String) -> String {
    let word = text(word);
    if word == "" {
        text("it is empty")
    } else {
        text(word)
    }
}

/// References to values are values, and methods that plain code borrows or prints with give values.
#[pipeline]
fn borrowed_values(word: String, n: i64, x: f64) -> String {
    let (word, part) = (text(&word), text("b"));
    let (n, x) = (integer(&n), number(&x));
    let sum = &n + &n * 2 - &integer(1);
    let half = &x / 2.0;
    let shown = format!(
        "{} {} {} {} {}",
        n.to_string(),
        sum.to_string(),
        half.to_string(),
        (x > 1.0).to_string(),
        word.to_string().as_str()
    );
    let kind = match word.as_str() {
        "b" => text("one"),
        _ => text("other"),
    };
    if word.contains(&part) && n.to_string() == "7" && word.ends_with(&part) {
        text(format!("{shown} {kind}"))
    } else {
        text(shown)
    }
}
