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

fn halves(list: &[i64]) -> (Vec<i64>, Vec<i64>) {
    let (left, right) = list.split_at(list.len() / 2);
    (left.to_vec(), right.to_vec())
}

/// Patterns of several parts and elements: those of plain values are Rust's.
#[pipeline]
fn taken_apart() -> String {
    let list = vec![1, 2, 3, 4];
    let (mut left, right) = halves(&list);
    left[0] += right[1];
    let (even, odd): (Vec<i64>, Vec<i64>) = list.iter().partition(|number| *number % 2 == 0);
    let pairs = vec![(1, "one"), (2, "two")];
    let mut words = String::new();
    for (number, word) in pairs.clone() {
        words = format!("{words}{number}{word}");
    }
    let named: Vec<String> = pairs
        .into_iter()
        .map(|(number, word)| format!("{word}{number}"))
        .collect();
    let both = Some((3, "three")).map(|(number, word)| format!("{word}{number}"));
    let table = [[1, 2], [3, 4]];
    let (first, last) = group().run(|| (text("a"), text("b")));
    let known = format!(
        "{left:?} {right:?} {even:?} {odd:?} {words} {named:?} {both:?} {}",
        table[1][table[0][0] as usize - 1]
    );
    text(format!("{known} {first}{last}"))
}

mod own {
    macro_rules! format {
        ($text:literal, $value:expr) => {{
            let _ = $value;
            text(concat!("own ", $text))
        }};
    }
    pub(crate) use format;
}

/// A macro of the user's that is called as Rust's own is: it is not Rust's.
#[pipeline]
fn own_format(word: String) -> Vec<String> {
    let by_path = own::format!("path", word);
    let imported = {
        use own::format;
        format!("import", word)
    };
    Value::from([by_path, imported])
}

/// The same, of the body.
#[pipeline]
fn own_format_of_a_body(word: String) -> Vec<String> {
    macro_rules! format {
        ($text:literal, $value:expr) => {
            ($text, $value).1
        };
    }
    Value::from([format!("the word", word), text("other")])
}

/// Rust's own macro by its path.
#[pipeline]
fn format_by_path(word: String) -> Vec<String> {
    Value::from([
        text(std::format!("{word}!")),
        text(::std::format!("{word}?")),
    ])
}

/// A struct that may hold values, and things that are coerced to its fields.
struct Plan<V> {
    rows: V,
    name: &'static str,
    scale: Box<dyn Fn(i64) -> i64>,
    parts: (i64, String),
}

fn scale_by(factor: i64) -> Box<impl Fn(i64) -> i64> {
    Box::new(move |n| n * factor)
}

fn parts(n: i64) -> (i64, String) {
    (n, format!("part {n}"))
}

fn from_text<T: std::str::FromStr + Default>(text: &str) -> T {
    text.parse().unwrap_or_default()
}

fn option(n: i64) -> Option<String> {
    (n > 0).then(|| n.to_string())
}

/// Plain structs, tuples and patterns of all kinds are what they are beside values.
#[pipeline]
fn plain_parts(word: String, rows: i64) -> String {
    let (scale, pair, name) = (scale_by(3), parts(4), "plan");
    let first: i64 = parts(5).0;
    let scaled = scale_by(2);
    let read = from_text::<i64>("7");
    let zero = Default::default();
    let plan = Plan {
        rows,
        name,
        scale: scaled,
        parts: pair,
    };
    let other = Plan {
        rows: zero,
        name: plan.name,
        scale,
        parts: parts(read),
    };
    let given = option(other.rows);
    let taken = match given {
        Some(text) if text.len() > 3 => text,
        Some(text) => format!("{text} short"),
        None => "none".to_owned(),
    };
    let kept = parts(1);
    let size = match kept {
        (0, _) => 0,
        (n @ 1..=9, ref text) => n + text.len() as i64,
        (n, _) => n,
    };
    let kept = kept.1;
    let both = match (option(1), option(-1), &kept) {
        (Some(one), None, text) if one == "1" => format!("{one} {text}"),
        _ => String::new(),
    };
    let mixed = match (rows, first) {
        (value, 5) => format!("five {value}"),
        (value, _) => format!("other {value}"),
    };
    let plain = format!(
        "{taken} {size} {both} {} {}",
        (plan.scale)(1) + (other.scale)(1),
        plan.parts.1
    );
    text(format!(
        "{word} {plain} {} {mixed} {}",
        plan.rows, other.parts.0
    ))
}
