//! The programs of this workspace, built once, and files that hold what they should print.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

/// Path of a program of this workspace.
pub(crate) fn path(name: &str) -> &'static Path {
    static PROGRAMS: LazyLock<HashMap<String, PathBuf>> = LazyLock::new(build);
    PROGRAMS
        .get(name)
        .unwrap_or_else(|| panic!("the workspace has no program `{name}`"))
}

/// Builds all programs, as `cargo build` of a user does.
fn build() -> HashMap<String, PathBuf> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args([
            "build",
            "--quiet",
            "--workspace",
            "--bins",
            "--message-format=json-render-diagnostics",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("PIPEWRIGHT_IMAGE");
    let output = cargo.output().expect("cargo can be started");
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success(),
        "the programs cannot be built\n{log}"
    );
    let messages = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    let programs = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).expect("cargo prints JSON");
        let path = message["executable"].as_str()?;
        Some((message["target"]["name"].as_str()?.to_owned(), path.into()))
    });
    programs.collect()
}

/// A command that runs a program of this workspace, free of what the environment says to it.
pub(crate) fn command(program: &str, words: &[&str]) -> Command {
    let mut command = Command::new(path(program));
    command
        .args(words)
        .env_remove("PIPEWRIGHT_IMAGE")
        .env_remove("RUST_BACKTRACE")
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1");
    command
}

/// What a program printed, and how it ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs a program of this workspace.
pub(crate) fn run(program: &str, words: &[&str]) -> Ran {
    ran(&mut command(program, words))
}

/// Runs a command.
pub(crate) fn ran(command: &mut Command) -> Ran {
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

/// What a program prints when all goes well: nothing on standard error.
pub(crate) fn stdout(program: &str, words: &[&str]) -> String {
    let ran = run(program, words);
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (0, ""),
        "{program} {words:?}"
    );
    ran.stdout
}

/// Compares a text with a file below `tests/`, or writes the file when `PIPEWRIGHT_BLESS` is set.
#[track_caller]
pub(crate) fn compare(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(file);
    if std::env::var_os("PIPEWRIGHT_BLESS").is_some() {
        let folder = path.parent().expect("a file is in a folder");
        fs::create_dir_all(folder).expect("the folder can be made");
        fs::write(&path, text).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = |(line, (expected, found)): (usize, (&str, &str))| {
        (expected != found).then(|| format!("line {}:\n- {expected}\n+ {found}", line + 1))
    };
    let lines = expected.lines().zip(text.lines());
    let first = lines.enumerate().find_map(differs);
    assert!(
        expected == text,
        "tests/{file} differs, at {}\nset PIPEWRIGHT_BLESS=1 to write it anew\n\n{text}",
        first.unwrap_or_else(|| "its end".into())
    );
}
