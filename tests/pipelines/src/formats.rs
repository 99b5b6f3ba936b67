//! `format!` over run-time values.

use crate::components::*;
use pipewright::prelude::*;

/// All types that can be printed.
#[pipeline]
fn print_all(a: i8, b: u64, c: f32, d: f64, e: bool, f: char, g: String) -> String {
    let word = text(g);
    format!(
        "{a}|{b}|{c}|{d}|{e}|{f}|{g}|{word}|{}|{0}|{x}",
        integer(3),
        x = number(0.1)
    )
}

/// A format that is compared, printed in others and handed on.
#[pipeline]
fn nested_formats(a: i64, b: String) -> String {
    let inner = format!("<{a}>");
    let outer = format!("{inner}{b}{inner}");
    let same = outer == format!("<{}>{}<{}>", a, b, 7);
    if same && outer != "x" && inner < outer {
        text(format!("{outer} {same}"))
    } else {
        text(format!("{same} {outer}"))
    }
}

/// Braces, quotes and tags around values.
#[pipeline]
fn punctuation(a: String) -> String {
    let made = text(format!(
        "{{{a}}} {{{{{a}}}}} '{a}' \"{a}\" $({a}) ${a} \\{a}\n{a}\t"
    ));
    format!("{{{{={made}}}}}")
}

/// Formats without values, of plain values only, and of both.
#[pipeline]
fn plain_formats(a: String) -> String {
    let plain = format!("{}-{:?}-{:04}", 1, "q", 7);
    let word = text(format!("no values {{}}"));
    let both = format!("{plain}{a}{plain}{word}");
    text(both)
}

/// Formats as literal sides of comparisons and as inputs of several tasks.
#[pipeline]
fn compare_formats(a: String, n: i64) -> String {
    let n = integer(n);
    let key = format!("{a}/{n}");
    note(key);
    bits(
        key == "x/1",
        "x/1" == key,
        key < "x/2",
        format!("{n}") == "1",
        key == format!("{}/{}", a, n),
        format!("{a}") != a,
    )
}
