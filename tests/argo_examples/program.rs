//! The program that holds the pipelines.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// The package and its program.
pub(crate) const NAME: &str = "argo-examples";

/// The program, built as it is for this machine.
pub(crate) fn program() -> &'static Path {
    static PATH: LazyLock<PathBuf> = LazyLock::new(|| build(&[], &[]));
    &PATH
}

/// The program as an image holds it: static, so that it is all that the image needs.
pub(crate) fn static_program() -> PathBuf {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.expect("rustc says what it builds for");
    let flags = [("RUSTFLAGS", "-C target-feature=+crt-static")];
    build(&["--target", host], &flags)
}

fn build(options: &[&str], environment: &[(&str, &str)]) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args([
            "build",
            "--message-format=json-render-diagnostics",
            "-p",
            NAME,
        ])
        .args(options)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .envs(environment.iter().copied())
        .env_remove("PIPEWRIGHT_IMAGE")
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "cargo build failed");
    let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let executable = messages.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(PathBuf::from(message.get("executable")?.as_str()?))
    });
    executable.expect("cargo builds a program")
}

/// What the program prints.
pub(crate) fn print(words: &[&str]) -> String {
    let output = Command::new(program())
        .args(words)
        .output()
        .expect("the program runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{}\n{errors}", words.join(" "));
    String::from_utf8(output.stdout).expect("the program writes UTF-8")
}

/// The names of the pipelines that no other one calls.
pub(crate) fn pipelines() -> Vec<String> {
    let text = print(&["compile"]);
    let names = text
        .lines()
        .filter_map(|line| line.strip_prefix("  generateName: "));
    names
        .map(|name| name.trim_end_matches('-').to_owned())
        .collect()
}
