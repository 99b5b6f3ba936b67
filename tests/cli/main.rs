//! The command line on the built programs.

mod approve;
mod artifacts;
mod cache;
mod compile;
mod describe;
mod edits;
mod exec;
mod help;
mod output;
mod parameters;
mod processes;
mod run;
mod select;
mod stop;

use test_support::{Ran, run};

/// What a program says when it refuses a command line: nothing on standard output.
#[track_caller]
fn refused(code: i32, program: &str, words: &[&str]) -> String {
    let Ran {
        code: found,
        stdout,
        stderr,
    } = run(program, words);
    assert_eq!(
        (found, stdout.as_str()),
        (code, ""),
        "{program} {words:?}\n{stderr}"
    );
    assert!(!stderr.contains("panicked"), "{stderr}");
    stderr
}
