//! The programs of the workspace.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// Path of a program of the workspace, which is built as `cargo build` of a user does it.
///
/// # Panics
/// If there is no such program, or cargo cannot build it.
pub fn program(name: &str) -> &'static Path {
    static PROGRAMS: LazyLock<HashMap<String, PathBuf>> =
        LazyLock::new(|| build(&["--workspace"], &[]));
    PROGRAMS
        .get(name)
        .unwrap_or_else(|| panic!("the workspace has no program `{name}`"))
}

/// The images of packages of the workspace, as the testbed takes them. Their programs are static, so that each is all that
/// its image needs.
///
/// # Panics
/// If cargo cannot build them, and if they would not be programs for Linux.
pub fn images(packages: &[&str]) -> Vec<String> {
    let host = host();
    assert!(
        host.contains("linux"),
        "containers run Linux, and this machine is {host}"
    );
    let mut options = vec!["--target", &host];
    options.extend(packages.iter().flat_map(|package| ["-p", package]));
    let programs = build(&options, &[("RUSTFLAGS", "-C target-feature=+crt-static")]);
    let image = |package: &&str| {
        let program = programs[*package].display();
        format!("example.com/pipewright/{package}:0.1.0={program}:/usr/local/bin/{package}")
    };
    packages.iter().map(image).collect()
}

/// Builds programs, and gives their paths by their names.
fn build(options: &[&str], environment: &[(&str, &str)]) -> HashMap<String, PathBuf> {
    let output = Command::new(env!("CARGO"))
        .args([
            "build",
            "--bins",
            "--message-format=json-render-diagnostics",
        ])
        .args(options)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
        .env_remove("PIPEWRIGHT_IMAGE")
        .envs(environment.iter().copied())
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "the programs cannot be built");
    let messages = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    let programs = messages.lines().filter_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).expect("cargo prints JSON");
        let path = message["executable"].as_str()?;
        Some((message["target"]["name"].as_str()?.to_owned(), path.into()))
    });
    programs.collect()
}

fn host() -> String {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc says what it builds for").to_owned()
}
