//! Parameters as people give them, wherever values are read.

use crate::components::{Level, boolean, integer, number};
use pipewright::prelude::*;

#[derive(Outputs)]
struct Given {
    printed: String,
    fields: String,
    integers: Vec<i64>,
    branch: String,
    called: String,
}

#[component]
fn write_down(text: String, n: i64, x: f64, flag: bool, level: Level) -> String {
    format!("{text} {n} {x} {flag} {level:?}")
}

/// Hands everything on.
#[pipeline]
fn call_with(text: String, n: i64, x: f64, flag: bool, level: Level) -> String {
    write_down(text, n, x, flag, level)
}

/// Parameters in a format, in an operand, in a loop, in a block, in a called pipeline, in a cached task.
#[pipeline]
fn given(text: String, n: i64, x: f64, flag: bool, level: Level, list: Vec<i64>) -> Given {
    let branch = if flag && n > 5 && x < 1000.0 && level == Level::Middle {
        crate::components::text(format!("{text} {n} {x}"))
    } else {
        crate::components::text("other")
    };
    GivenHandles {
        printed: format!("{text} {n} {x} {flag}"),
        fields: write_down(format!("{text}!"), n + 1, x * 2.0, flag, level),
        integers: list.map(|item| integer(item)),
        branch,
        called: call_with(text, n, x, flag, level),
    }
}

/// A text that is a part of the key of a cache.
#[pipeline]
fn cached_text(text: String) -> String {
    crate::components::text(text).cache(hours(24))
}

/// A text that is read at once.
#[pipeline]
fn text_at_once(text: String) -> String {
    crate::components::text(text)
}

#[component]
fn say(n: Input<i64>, out: OutputPath<String>) -> Container {
    let script = format!(r#"printf 'n=%s' {n} > "{out}""#);
    Container::new("busybox:1.36").command(["sh", "-c", &script])
}

/// An integer in the words of a shell.
#[pipeline]
fn integer_to_image(n: i64) -> String {
    say(n).out
}

/// An integer in the words of a shell, from within a block.
#[pipeline]
fn integer_to_image_in_block(n: i64, go: bool) -> String {
    if go {
        say(n).out
    } else {
        crate::components::text("none")
    }
}

/// The items of a list in the words of a shell.
#[pipeline]
fn integers_to_images(list: Vec<i64>) -> Vec<String> {
    list.map(|n| say(n).out)
}

#[component]
fn say_all(
    x: Input<f64>,
    flag: Input<bool>,
    level: Input<Level>,
    list: Input<Vec<i64>>,
    out: OutputPath<String>,
) -> Container {
    let script = format!(r#"printf '%s %s %s %s' "$@" > "{out}""#);
    Container::new("busybox:1.36")
        .command(["sh", "-c", &script, "sh"])
        .args([
            x.to_string(),
            flag.to_string(),
            level.to_string(),
            list.to_string(),
        ])
}

/// All else in the words of a program.
#[pipeline]
fn all_to_image(x: f64, flag: bool, level: Level, list: Vec<i64>) -> String {
    say_all(x, flag, level, list).out
}

#[component]
fn written_as(text: Input<String>, n: OutputPath<i64>, flag: OutputPath<bool>) -> Container {
    let script = format!(r#"printf "$1" > "{n}"; printf "$2" > "{flag}""#);
    Container::new("busybox:1.36")
        .command(["sh", "-c", &script, "sh"])
        .args([text.to_string(), "true".to_owned()])
}

/// What an image writes, in a condition, in a format and towards a program and an image.
#[pipeline]
fn integer_from_image(text: String) -> String {
    let written = written_as(text);
    let n = integer(written.n);
    let said = say(written.n).out;
    if written.flag {
        crate::components::text(format!("{said} {n} {}", written.n))
    } else {
        crate::components::text("none")
    }
}

#[derive(Outputs)]
struct Checked {
    n: i64,
    x: f64,
    flag: bool,
    level: Level,
}

/// Parameters in programs, which check them.
#[pipeline]
fn checked(n: i64, x: f64, flag: bool, level: Level) -> Checked {
    CheckedHandles {
        n: integer(n),
        x: number(x),
        flag: boolean(flag),
        level: crate::components::level(level),
    }
}
