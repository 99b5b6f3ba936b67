//! Every comparison of every type that has it: of two run-time values and with literals on either side, as conditions of
//! `if`, as truth values for components, and in texts.

use crate::components::*;
use pipewright::prelude::*;

/// The comparisons `== != < <= > >=`, as ones and zeros.
#[derive(Outputs)]
pub(crate) struct Compared {
    /// Of two run-time values.
    values: String,
    /// With a literal on the right.
    right: String,
    /// With a literal on the left.
    left: String,
}

/// Compares integers; the literal is 5.
#[pipeline]
fn compare_integers(a: i64, b: i64) -> Compared {
    let (a, b) = (integer(a), integer(b));
    if a == b {
        equal();
    }
    if a != b {
        not_equal();
    }
    if a < b {
        less();
    }
    if a <= b {
        less_or_equal();
    }
    if a > b {
        greater();
    }
    if a >= b {
        greater_or_equal();
    }
    ComparedHandles {
        values: bits(a == b, a != b, a < b, a <= b, a > b, a >= b),
        right: bits(a == 5, a != 5, a < 5, a <= 5, a > 5, a >= 5),
        left: bits(5 == a, 5 != a, 5 < a, 5 <= a, 5 > a, 5 >= a),
    }
}

/// Compares numbers; the literal is 0.5.
#[pipeline]
fn compare_numbers(a: f64, b: f64) -> Compared {
    let (a, b) = (number(a), number(b));
    if a == b {
        equal();
    }
    if a != b {
        not_equal();
    }
    if a < b {
        less();
    }
    if a <= b {
        less_or_equal();
    }
    if a > b {
        greater();
    }
    if a >= b {
        greater_or_equal();
    }
    ComparedHandles {
        values: bits(a == b, a != b, a < b, a <= b, a > b, a >= b),
        right: bits(a == 0.5, a != 0.5, a < 0.5, a <= 0.5, a > 0.5, a >= 0.5),
        left: bits(0.5 == a, 0.5 != a, 0.5 < a, 0.5 <= a, 0.5 > a, 0.5 >= a),
    }
}

/// Compares texts, byte by byte; the literal is `it's {{b}}`.
#[pipeline]
fn compare_texts(a: String, b: String) -> Compared {
    let (a, b) = (text(a), text(b));
    let c = "it's {{b}}";
    if a == b {
        equal();
    }
    if a != b {
        not_equal();
    }
    if a < b {
        less();
    }
    if a <= b {
        less_or_equal();
    }
    if a > b {
        greater();
    }
    if a >= b {
        greater_or_equal();
    }
    ComparedHandles {
        values: bits(a == b, a != b, a < b, a <= b, a > b, a >= b),
        right: bits(a == c, a != c, a < c, a <= c, a > c, a >= c),
        left: bits(c == a, c != a, c < a, c <= a, c > a, c >= a),
    }
}

/// Compares truth values; the literal is `true`.
#[pipeline]
fn compare_booleans(a: bool, b: bool) -> String {
    let (x, y) = (boolean(a), boolean(b));
    if x == y {
        equal();
    }
    if x != y {
        not_equal();
    }
    bits(x == y, x != y, x == true, x != true, true == x, a != y)
}

/// Compares enums; the literal is `Level::Middle`.
#[pipeline]
fn compare_levels(a: Level, b: Level) -> String {
    let (x, y) = (level(a), level(b));
    if x == y {
        equal();
    }
    if x != y {
        not_equal();
    }
    bits(
        x == y,
        x != y,
        x == Level::Middle,
        x != Level::Middle,
        Level::Middle == x,
        a != y,
    )
}

/// Compares characters; the literal is `k`.
#[pipeline]
fn compare_characters(a: char, b: char) -> String {
    equal();
    let values = format!("{} {} {}", a == b, a < b, a >= b);
    format!("{values} {} {} {}", a == 'k', a <= 'k', 'k' < a)
}

/// Compares integers of the smaller types, in texts.
#[pipeline]
fn compare_widths(a: i8, b: u8, c: i16, d: u32, e: u64) -> String {
    equal();
    let bytes = format!("{} {} {} {}", a < 0, a == -128, b > 200, 255 == b);
    format!(
        "{bytes} {} {} {} {}",
        c >= 1000,
        d != 4294967295,
        e > 9007199254740992,
        e <= 9007199254740993
    )
}

/// Compares numbers of single precision, whose literals are those of the type.
#[pipeline]
fn compare_singles(a: f32) -> String {
    equal();
    format!("{} {} {}", a == 0.1, a < 0.1, a > 16777215.0)
}

/// Compares parameters with outputs, and values with themselves.
#[pipeline]
fn compare_mixed(a: i64) -> String {
    let same = integer(a);
    let other = integer(7);
    bits(
        a == same,
        a < other,
        same == same,
        other > a,
        a == a,
        other != 7,
    )
}
