//! Loops, choices, calls and ends.

use pipewright::PipelineDescriptor;
use pipewright::prelude::*;
use serde::{Deserialize, Serialize};

/// All pipelines of this file.
pub(crate) fn all() -> [&'static PipelineDescriptor; 23] {
    [
        for_loop::pipeline(),
        map::pipeline(),
        nested_map::pipeline(),
        zip_and_enumerate::pipeline(),
        one_by_one::pipeline(),
        until_failure::pipeline(),
        run_time_range::pipeline(),
        ranges::pipeline(),
        lists_of_values::pipeline(),
        fields::pipeline(),
        match_on_text::pipeline(),
        match_on_enum::pipeline(),
        match_on_range::pipeline(),
        mixed_values::pipeline(),
        optional_values::pipeline(),
        functions::pipeline(),
        layouts::pipeline(),
        sub_pipeline::pipeline(),
        recursion::pipeline(),
        groups::pipeline(),
        exits::pipeline(),
        end_of_a_part::pipeline(),
        people_and_caches::pipeline(),
    ]
}

#[component]
fn say(text: String) {
    println!("{text}");
}

#[component]
fn length(text: String) -> i64 {
    text.len() as i64
}

#[component]
fn sum(numbers: Vec<i64>) -> i64 {
    numbers.iter().sum()
}

#[component]
fn sums(rows: Vec<Vec<i64>>) -> i64 {
    rows.iter().flatten().sum()
}

#[derive(Serialize, Deserialize, Fields)]
#[serde(rename_all = "camelCase")]
struct Config {
    data_set: String,
    epochs: i64,
    rate: Option<f64>,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
enum Mode {
    Fast,
    Exact,
    #[serde(rename = "as you like")]
    Any,
}

#[pipeline]
fn for_loop(list: Vec<String>, suffix: String) {
    for item in list {
        say(format!("{item}{suffix}"));
    }
}

#[pipeline]
fn map(list: Vec<String>) -> i64 {
    sum(list.map(length))
}

#[pipeline]
fn nested_map(rows: Vec<Vec<String>>) -> i64 {
    sums(rows.map(|row| row.map(length)))
}

#[pipeline]
fn zip_and_enumerate(names: Vec<String>, counts: Vec<i64>) {
    for (index, (name, count)) in names.zip(counts).enumerate() {
        say(format!("{index} {name} {count}"));
    }
}

#[pipeline]
fn one_by_one(list: Vec<String>) -> Vec<i64> {
    list.parallelism(1).map(length)
}

#[pipeline]
fn until_failure(list: Vec<String>) -> Vec<i64> {
    list.fail_fast().map(length)
}

#[pipeline]
fn run_time_range(count: i64) {
    for index in 1..count {
        say(format!("{index}"));
    }
}

#[pipeline]
fn ranges(count: i64) -> Vec<i64> {
    for index in 1..=count {
        say(format!("{index}"));
    }
    (0..count).map(|index| length(format!("{index}")))
}

#[pipeline]
fn lists_of_values(text: String, count: i64) -> Vec<String> {
    let lengths: Vec<_> = (1..4).map(|times| length(text) * times).collect();
    let total = sum(&lengths);
    let all = sums([Value::from([total, count]), Value::from([length("a")])]);
    Value::from([text, format!("{all}")])
}

#[pipeline]
fn fields(configs: Vec<Config>) {
    for config in configs {
        if config.epochs > 10 || config.rate.is_none() {
            say(config.data_set);
        }
    }
}

#[pipeline]
fn match_on_text(name: String) -> i64 {
    match name {
        "none" => 0,
        "some" | "few" => length(name),
        _ => length("many"),
    }
}

#[pipeline]
fn match_on_enum(mode: Mode) {
    match mode {
        Mode::Fast => say("fast"),
        Mode::Exact | Mode::Any => say("exact"),
    };
}

#[pipeline]
fn match_on_range(count: i64) {
    match count {
        0 => {}
        1..=9 => say("few"),
        ..0 | 100.. => say("out of range"),
        _ => say("many"),
    }
}

#[pipeline]
fn mixed_values(limit: i64, name: String) -> i64 {
    let (count, word) = if limit > 3 {
        (length(name), "many")
    } else {
        (limit, "few")
    };
    say(word);
    count
}

#[pipeline]
fn optional_values(name: Option<String>, count: Option<i64>) -> i64 {
    if let Some(name) = name {
        say(name);
    }
    let length = match name {
        Some(name) => length(name),
        None => 0,
    };
    let doubled = count.map(|count| sum([count, count]));
    length + doubled.unwrap_or_else(|| sum([1, 2]))
}

#[pipeline]
fn functions(a: i64, b: u8, x: f64, maybe: Option<String>, list: Vec<i64>) {
    if (a * 2 - 1) % 3 == 0 && x / 2.0 < 1.0 - x && b + 1 > 3 {
        say(maybe.unwrap_or("nothing"));
    }
    let text = maybe.unwrap_or("");
    if text.contains("x") && !text.is_empty() && list.len() > 2 {
        say(text.to_lowercase());
    }
    say(format!("{} {} {}", a / 2, x * 2.0, list.len()));
}

#[pipeline]
fn layouts(a: i64, name: String) {
    say(format!("[{a:05}|{a:+}|{name:>8}|{name:-^9.3}]"));
}

/// Measures a text.
#[pipeline]
fn measure(text: String, #[default(1)] times: i64) -> i64 {
    length(text) * times
}

#[pipeline]
fn sub_pipeline(text: String) -> i64 {
    let first = measure(text);
    let second = measure(times = 2, text = "twice").retries(2);
    first + second
}

#[pipeline]
fn recursion(text: String, #[default(0)] depth: i64) -> i64 {
    if length(text) < 10 {
        recursion(format!("{text}x"), depth = depth + 1)
    } else {
        depth
    }
}

#[pipeline]
fn groups(text: String) {
    let first = group()
        .display_name("The first part")
        .retries(1)
        .run(|| length(text));
    let second = length(format!("{first}")).allow_failure();
    group().after(&second).run(|| {
        say(format!("{}", second.unwrap_or(0)));
    });
}

#[component]
fn report(status: ExitStatus, failures: Vec<TaskFailure>, text: String) {
    println!("{text}: {status}, {} failures", failures.len());
}

#[pipeline]
fn exits(text: String) -> i64 {
    on_exit(|exit| report(exit.status, exit.failures, text));
    group()
        .on_exit(|exit| {
            say(format!("{}", exit.status));
        })
        .run(|| length(text))
}

#[pipeline]
fn end_of_a_part(text: String) {
    let count = group()
        .on_exit(|exit| {
            let first = say(format!("{}", exit.status));
            say("and more").after(&first);
        })
        .run(|| length(text));
    say(format!("{count}"));
    say("beside");
}

#[pipeline]
fn people_and_caches(text: String) -> i64 {
    let count = length(text).cache(hours(24)).retries(2);
    let go = approve(format!("go on with {count}?"));
    let answer = ask::<Mode>("how?").after(&go);
    match answer {
        Mode::Fast => count,
        Mode::Exact => length(format!("{text}{text}")).cache(true),
        Mode::Any => 0,
    }
}
