//! `if` within `if`: what is skipped, and which values go in and out.

use crate::components::*;
use pipewright::prelude::*;

/// Two levels, each with both sides.
#[pipeline]
fn nested(n: i64) -> String {
    let n = integer(n);
    if n > 0 {
        if n > 10 {
            text("over 10")
        } else {
            text("1 to 10")
        }
    } else {
        if n < -10 {
            text("under -10")
        } else {
            text("-10 to 0")
        }
    }
}

/// A nested `if` beside other tasks of its block.
#[pipeline]
fn nested_beside_tasks(n: i64, word: String) -> String {
    let n = integer(n);
    let outer = text(word);
    if n > 0 {
        let prefix = text(format!("{outer}!"));
        let inner = if n > 10 {
            note(prefix);
            text(format!("{prefix} over 10"))
        } else {
            prefix
        };
        note("done");
        text(format!("[{inner}]"))
    } else {
        outer
    }
}

/// Three levels, whose values come from all of them.
#[pipeline]
fn nested_three(a: bool, b: bool, c: bool) -> String {
    let base = text("base");
    if a {
        let first = text(format!("{base}-a"));
        if b {
            let second = text(format!("{first}-b"));
            if c {
                text(format!("{base}{first}{second}"))
            } else {
                second
            }
        } else {
            if c { first } else { base }
        }
    } else {
        text("none")
    }
}

/// A nested `if` without a value and without an `else`.
#[pipeline]
fn nested_without_values(a: bool, b: bool) {
    let a = boolean(a);
    if a {
        if b {
            equal();
        }
        less();
    } else {
        if b {
            not_equal();
        } else {
            greater();
        }
    }
    note("end");
}

/// Conditions of inner blocks that are made of values of outer blocks.
#[pipeline]
fn nested_conditions(n: i64) -> String {
    let n = integer(n);
    let outer = n > 10;
    if outer {
        let inner = integer(n);
        let both = outer && inner < 20;
        if both || n == 30 {
            text(format!("{both} {outer}"))
        } else {
            text(format!("{inner}"))
        }
    } else {
        text(format!("{}", !outer))
    }
}

/// The values of an `if` go into the blocks of another.
#[pipeline]
fn value_into_block(n: i64) -> String {
    let n = integer(n);
    let (size, word) = if n > 10 {
        (integer(1), text("large"))
    } else {
        (n, text("small"))
    };
    if size == 1 {
        if word == "large" {
            text(format!("{word} {size}"))
        } else {
            word
        }
    } else {
        let again = text(format!("{word}, {size}"));
        text(format!("{again}, {size}"))
    }
}

/// Tuples out of nested blocks.
#[pipeline]
fn nested_tuples(n: i64) -> String {
    let (a, b) = if n > 0 {
        if n > 10 {
            (n, text("over 10"))
        } else {
            (integer(10), text("1 to 10"))
        }
    } else {
        let zero = integer(0);
        (zero, text(format!("not over {zero}")))
    };
    format!("{a}: {b}")
}
