//! Pipelines of any size: `TASKS=1000 graphs compile chain`. With `PEAK=1` the peak of its memory ends up on stderr.

use pipewright::prelude::*;

#[component]
fn start() -> i64 {
    0
}

#[component]
fn inc(a: i64) -> i64 {
    a + 1
}

#[component]
fn end(a: i64) {
    let _ = a;
}

#[component]
fn idle() {}

/// Each task takes the output of the one before it.
#[pipeline]
fn chain() -> i64 {
    let mut last = start();
    for _ in 1..tasks() {
        last = inc(last);
    }
    last
}

/// One task, and all others take its output.
#[pipeline]
fn fan_out() {
    let first = start();
    for _ in 1..tasks() {
        end(first);
    }
}

/// Tasks that know nothing of each other.
#[pipeline]
fn independent() {
    for _ in 0..tasks() {
        idle();
    }
}

/// Each task is one of two blocks of an `if`, and the next `if` looks at its output.
#[pipeline]
fn branches() -> i64 {
    let mut last = start();
    for _ in 0..tasks() / 2 {
        last = if last > 10 { inc(last) } else { inc(1) };
    }
    last
}

/// How many tasks a pipeline has.
fn tasks() -> usize {
    let count = std::env::var("TASKS").ok();
    count.and_then(|count| count.parse().ok()).unwrap_or(10)
}

fn main() -> ExitCode {
    let exit = pipewright::main();
    if std::env::var_os("PEAK").is_some() {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        eprintln!("peak {}", peak.unwrap_or("0 kB").trim());
    }
    exit
}
