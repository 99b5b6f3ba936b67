//! `&&`, `||` and `!` over run-time values, and over run-time and plain values mixed.

use crate::components::*;
use pipewright::prelude::*;

/// All connectives of two conditions, as truth values and as conditions of `if`.
#[pipeline]
fn connect_two(a: bool, b: bool) -> String {
    let (a, b) = (boolean(a), boolean(b));
    if a && b {
        equal();
    }
    if a || b {
        less_or_equal();
    }
    if !a {
        not_equal();
    }
    if !(a && b) {
        less();
    }
    if !a && !b || a && b {
        greater_or_equal();
    }
    bits(a && b, a || b, !a, !(a || b), !a && b || a && !b, !!a)
}

/// How strongly connectives bind, for all values of three conditions.
#[pipeline]
fn connect_three(yes: bool, no: bool) -> String {
    let mut all = text("");
    for a in [yes, no] {
        for b in [yes, no] {
            for c in [yes, no] {
                let plain = format!("{}{}", a || b && c, a && b || c);
                let grouped = format!("{}{}", (a || b) && c, a && (b || c));
                let negated = format!("{}{}{}", !a || b && !c, !(a || b) && c, !(a && !(b || c)));
                all = format!("{all}{plain},{grouped},{negated};");
            }
        }
    }
    all
}

/// Comparisons within connectives.
#[pipeline]
fn connect_comparisons(n: i64, x: f64, name: String, level: Level) -> String {
    let n = integer(n);
    let inside = n > 10 && n < 50;
    let outside = !(n > 10 && n < 50);
    let named = name == "a && b" || name != "c" && x >= 0.5;
    let high = level == Level::High && !(n == 3) || level != Level::Low && x < 0.0;
    bits(
        inside,
        outside,
        named,
        high,
        inside && named || high,
        (inside || high) && !named,
    )
}

/// Conditions in which plain values stand with run-time ones.
#[pipeline]
fn connect_plain(a: bool) -> String {
    let (yes, no) = (true, 1 > 2);
    let a = boolean(a);
    if yes && a {
        equal();
    }
    if no || !a {
        not_equal();
    }
    bits(
        yes && a,
        a && no,
        no || a,
        a || yes,
        !(no || a) && yes,
        a && 1 < 2 && yes,
    )
}

/// Plain values that settle a condition.
#[pipeline]
fn connect_settled(a: bool) -> String {
    let (yes, no) = (true, false);
    let a = boolean(a);
    if no && a {
        less();
    }
    if a && no {
        less_or_equal();
    }
    if yes || a {
        equal();
    }
    let never = no && a;
    bits(never, yes || a, !never, a || !never, a && never, never || a)
}
