//! Counts the words of a text: its parts side by side, then all counts together.

use pipewright::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Fields)]
struct Part {
    /// Number of its first line, from 1.
    line: u64,
    text: String,
}

/// How often each word occurs.
type Counts = BTreeMap<String, u64>;

/// Divides a text into parts of a few lines.
#[component]
fn split(text: String, lines: usize) -> Vec<Part> {
    let all: Vec<&str> = text.lines().collect();
    let parts = all.chunks(lines.max(1)).enumerate();
    parts
        .map(|(index, part)| Part {
            line: (index * lines.max(1) + 1) as u64,
            text: part.join("\n"),
        })
        .collect()
}

/// Counts the words of a part.
#[component]
fn count(text: String) -> Counts {
    let mut counts = Counts::new();
    let words = text.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        *counts.entry(word.to_lowercase()).or_default() += 1;
    }
    counts
}

/// Adds up the counts of all parts.
#[component]
fn add_up(counts: Vec<Counts>) -> Counts {
    let mut sum = Counts::new();
    for (word, count) in counts.into_iter().flatten() {
        *sum.entry(word).or_default() += count;
    }
    sum
}

/// Prints what a part starts with.
#[component]
fn log(message: String) {
    println!("{message}");
}

/// Counts the words of a text.
#[pipeline]
fn map_reduce(
    #[default("to be or not to be\nthat is the question")] text: String,
    /// How many lines a part has.
    #[default(1)]
    lines: usize,
) -> Counts {
    let parts = split(text, lines);
    let counts = parts.parallelism(4).map(|part| {
        log(format!("line {}: {} bytes", part.line, part.text.len()));
        count(part.text)
    });
    add_up(counts)
}

fn main() -> ExitCode {
    pipewright::main()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_lost() {
        let parts = split::call("a\nb\nc".into(), 2);
        let lines: Vec<u64> = parts.iter().map(|part| part.line).collect();
        assert_eq!(lines, [1, 3]);
        assert_eq!(parts[1].text, "c");
    }

    #[test]
    fn words_are_counted_without_case() {
        let counts = add_up::call(vec![count::call("To be".into()), count::call("to".into())]);
        assert_eq!(counts, Counts::from([("be".into(), 1), ("to".into(), 2)]));
    }
}
