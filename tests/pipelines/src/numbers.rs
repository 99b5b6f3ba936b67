//! Numbers at the ends of their types.

use crate::components::*;
use pipewright::prelude::*;

/// Integers past 2^53 are compared exactly.
#[pipeline]
fn large_integers(a: i64) -> String {
    let a = integer(a);
    let least = a == i64::MIN;
    let most = a == 9223372036854775807;
    let past = a > 9007199254740992 && a < 9007199254740994;
    let negative = a < -9007199254740992;
    bits(
        least,
        most,
        past,
        negative,
        a >= -9223372036854775807,
        a == 9007199254740993,
    )
}

/// Numbers with large and small exponents.
#[pipeline]
fn large_numbers(x: f64) -> String {
    let x = number(x);
    let large = x == 1e21;
    let small = x == 1e-7;
    bits(large, small, x > 1e300, x < 1e-300, x == 0.0, x >= 0.1)
}

/// Numbers go through a format, an `if` and back into texts.
#[pipeline]
fn printed_numbers(x: f64, y: f32, n: i64) -> String {
    let (a, b, c) = (number(x), single(y), integer(n));
    let printed = format!("{a} {b} {c} {x} {y} {n}");
    if c == n && a == x {
        text(printed)
    } else {
        text("different")
    }
}

#[component]
fn single(value: f32) -> f32 {
    value
}

/// Numbers that are written in the source.
#[pipeline]
fn literal_numbers() -> String {
    let numbers = [
        1e21,
        1e-7,
        0.1,
        -0.0,
        1.5e300,
        100.0,
        f64::MIN_POSITIVE,
        5e-324,
    ];
    let mut all = format!("{}", number(1.0));
    for value in numbers {
        all = format!("{all} {}", number(value));
    }
    all
}

/// Conversions between types, in an argument of a ready image's kind, a condition and a text.
#[pipeline]
fn conversions(n: i64, x: f64, small: u8) -> String {
    let (n, x) = (integer(n), number(x));
    let whole = x.as_i64();
    let half = n.as_f64() / 2.0;
    let same = whole.as_f64() == x;
    let shown = format!("{whole} {half} {} {}", small.as_f64() + 0.5, n.as_f64());
    if same && half.as_i64() >= 0 {
        text(format!("{shown} whole"))
    } else {
        text(shown)
    }
}
