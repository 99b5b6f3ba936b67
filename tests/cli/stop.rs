//! Runs that are stopped by a signal.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use test_support::command;

/// Starts a run, and waits until a line of its progress contains a text.
fn start(words: &[&str], until: &str) -> (Child, BufReader<std::process::ChildStderr>) {
    let mut run = command("people", words)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program can be started");
    let mut progress = BufReader::new(run.stderr.take().expect("it is piped"));
    wait_for(&mut progress, until);
    (run, progress)
}

fn wait_for(progress: &mut impl BufRead, text: &str) {
    let mut line = String::new();
    while !line.contains(text) {
        line.clear();
        let read = progress.read_line(&mut line).expect("progress is UTF-8");
        assert!(read > 0, "`{text}` never came");
    }
}

fn signal(run: &Child, name: &str) {
    let id = run.id().to_string();
    let sent = Command::new("kill").args([name, &id]).status();
    assert!(sent.expect("kill runs").success());
}

fn end(mut run: Child, mut progress: impl Read) -> (Option<i32>, String) {
    let mut rest = String::new();
    progress
        .read_to_string(&mut rest)
        .expect("progress is UTF-8");
    let status = run.wait().expect("it ends");
    (status.code(), rest)
}

#[test]
fn a_signal_ends_the_tasks_and_the_handler_still_runs() {
    for (name, code) in [("-INT", 130), ("-TERM", 143)] {
        let started = Instant::now();
        let (run, progress) = start(&["run", "slow", "-p", "seconds=60"], "▸ wait");
        signal(&run, name);
        let (found, rest) = end(run, progress);
        assert_eq!(found, Some(code), "{rest}");
        assert!(rest.contains("the handler is told: Failed"), "{rest}");
        assert!(!rest.contains("▸ wait-2"), "{rest}");
        assert!(started.elapsed() < Duration::from_secs(30), "{rest}");
    }
}

#[test]
fn the_handler_of_a_part_runs_too() {
    let (run, progress) = start(&["run", "slow_part", "-p", "seconds=60"], "▸ group-1/wait");
    signal(&run, "-INT");
    let (found, rest) = end(run, progress);
    assert_eq!(found, Some(130), "{rest}");
    assert!(rest.contains("the handler is told: Failed"), "{rest}");
    assert!(rest.contains("✓ group-1/exit/told"), "{rest}");
    assert!(!rest.contains("▸ behind"), "{rest}");
}

#[test]
fn a_second_signal_ends_the_handler_too() {
    let words = ["run", "slow", "-p", "seconds=60", "-p", "handler=60"];
    let started = Instant::now();
    let (run, mut progress) = start(&words, "▸ wait");
    signal(&run, "-INT");
    wait_for(&mut progress, "the handler is told: Failed");
    signal(&run, "-INT");
    let (code, rest) = end(run, progress);
    assert_eq!(code, Some(130), "{rest}");
    assert!(started.elapsed() < Duration::from_secs(30), "{rest}");
}
