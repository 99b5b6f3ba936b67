//! Data is never code: whatever a text holds, it goes through tasks and an `if` unchanged.

use crate::components::text;
use crate::texts::AWKWARD;
use pipewright::prelude::*;

/// Eight texts.
#[derive(Outputs)]
pub(crate) struct Eight {
    pub(crate) a: String,
    pub(crate) b: String,
    pub(crate) c: String,
    pub(crate) d: String,
    pub(crate) e: String,
    pub(crate) f: String,
    pub(crate) g: String,
    pub(crate) h: String,
}

/// Gives the texts it is given.
#[component]
pub(crate) fn relay(
    a: String,
    b: String,
    c: String,
    d: String,
    e: String,
    f: String,
    g: String,
    h: String,
) -> Eight {
    Eight {
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

/// Makes eight of the awkward texts.
#[component]
pub(crate) fn emit(from: usize) -> Eight {
    let text = |index: usize| AWKWARD[from + index].to_owned();
    Eight {
        a: text(0),
        b: text(1),
        c: text(2),
        d: text(3),
        e: text(4),
        f: text(5),
        g: text(6),
        h: text(7),
    }
}

fn relay_all(eight: EightHandles) -> EightHandles {
    relay(
        eight.a, eight.b, eight.c, eight.d, eight.e, eight.f, eight.g, eight.h,
    )
}

/// Parameters go through two tasks and an `if`.
#[pipeline]
fn given_texts(
    a: String,
    b: String,
    c: String,
    d: String,
    e: String,
    f: String,
    g: String,
    h: String,
) -> Eight {
    let first = relay(a, b, c, d, e, f, g, h);
    if first.a == a {
        relay_all(first)
    } else {
        first
    }
}

/// Outputs of tasks go through two tasks and an `if`.
#[pipeline]
fn made_texts(from: usize) -> Eight {
    let made = emit(from);
    if made.a != "never" {
        let again = relay_all(made);
        relay_all(again)
    } else {
        made
    }
}

/// Literals go through a task and an `if`.
#[pipeline]
fn literal_texts() -> Texts {
    let mut all = vec![];
    for texts in AWKWARD.chunks(8) {
        let first = relay(
            texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7],
        );
        all.push(if first.a == texts[0] {
            first
        } else {
            relay_all(first)
        });
    }
    let list = AWKWARD.map(str::to_owned).to_vec();
    TextsHandles {
        list: texts(list),
        first: collect(all[0], all[1]),
        second: collect(all[2], all[3]),
        third: collect(all[4], all[5]),
        fourth: collect(all[6], all[7]),
    }
}

/// All awkward texts.
#[derive(Outputs)]
struct Texts {
    list: Vec<String>,
    first: Vec<String>,
    second: Vec<String>,
    third: Vec<String>,
    fourth: Vec<String>,
}

fn collect(x: EightHandles, y: EightHandles) -> Value<Vec<String>> {
    sixteen(
        x.a, x.b, x.c, x.d, x.e, x.f, x.g, x.h, y.a, y.b, y.c, y.d, y.e, y.f, y.g, y.h,
    )
}

#[component]
fn sixteen(
    a: String,
    b: String,
    c: String,
    d: String,
    e: String,
    f: String,
    g: String,
    h: String,
    i: String,
    j: String,
    k: String,
    l: String,
    m: String,
    n: String,
    o: String,
    p: String,
) -> Vec<String> {
    vec![a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p]
}

/// Gives the list it is given.
#[component]
fn texts(list: Vec<String>) -> Vec<String> {
    list
}

/// Texts within lists and maps.
#[pipeline]
fn texts_in_structures(list: Vec<String>, value: serde_json::Value) -> Structures {
    let again = texts(list);
    StructuresHandles {
        list: texts(again),
        value: any(any(value)),
    }
}

#[derive(Outputs)]
struct Structures {
    list: Vec<String>,
    value: serde_json::Value,
}

#[component]
fn any(value: serde_json::Value) -> serde_json::Value {
    value
}

/// Formatted awkward texts, which are parameters, literals and outputs.
#[pipeline]
fn formatted_texts(a: String, b: String) -> String {
    let x = text(format!("{a}{{{{{b}"));
    let y = text(format!("{x}$({a}){x}"));
    if y == format!("{x}$({a}){x}") {
        text(format!("{y}\u{7f}😀{b}"))
    } else {
        text("different")
    }
}
