//! Texts in conditions, formats and long ones.

use crate::components::*;
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

/// Awkward texts are compared with literals, and with what a task gives; the output tells which are not equal.
#[pipeline]
fn compare_awkward() -> String {
    let mut wrong = text("");
    for (index, literal) in AWKWARD.iter().copied().enumerate() {
        let made = crate::data::awkward(index as u32);
        if index % 8 == 0 {
            let same = if made == literal {
                text(made)
            } else {
                text("different")
            };
            wrong = format!("{wrong}{}{}", same != literal, literal < same);
        } else {
            wrong = format!("{wrong}{}{}", made != literal, literal < made);
        }
    }
    wrong
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
