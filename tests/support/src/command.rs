//! Programs that run.

use crate::program;
use std::process::{Command, Output};

/// A command that runs a program of the workspace, free of what the environment says to it.
pub fn command(name: &str, words: &[&str]) -> Command {
    let mut command = Command::new(program(name));
    command
        .args(words)
        .env_remove("PIPEWRIGHT_IMAGE")
        .env_remove("RUST_BACKTRACE")
        // Not among what the user keeps.
        .env(
            "PIPEWRIGHT_ARTIFACTS",
            concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tmp/artifacts"),
        )
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1");
    command
}

/// What a program printed, and how it ended.
#[derive(Debug)]
pub struct Ran {
    /// Its exit code.
    pub code: i32,
    /// All of its standard output.
    pub stdout: String,
    /// All of its standard error.
    pub stderr: String,
}

/// Runs a program of the workspace.
pub fn run(program: &str, words: &[&str]) -> Ran {
    ran(&mut command(program, words))
}

/// Runs a command.
///
/// # Panics
/// If a signal ends it, or it prints something else than UTF-8.
pub fn ran(command: &mut Command) -> Ran {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().expect("the program can be started");
    Ran {
        code: status.code().expect("the program ends by itself"),
        stdout: String::from_utf8(stdout).expect("the program prints UTF-8"),
        stderr: String::from_utf8(stderr).expect("the program prints UTF-8"),
    }
}

/// What a program prints when it succeeds.
///
/// # Panics
/// If it fails.
pub fn printed(program: &str, words: &[&str]) -> String {
    let ran = run(program, words);
    assert_eq!(ran.code, 0, "{program} {words:?}\n{}", ran.stderr);
    ran.stdout
}

/// What a program prints when all goes well: nothing on standard error.
///
/// # Panics
/// If it fails or has something to say.
pub fn stdout(program: &str, words: &[&str]) -> String {
    let ran = run(program, words);
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (0, ""),
        "{program} {words:?}"
    );
    ran.stdout
}
