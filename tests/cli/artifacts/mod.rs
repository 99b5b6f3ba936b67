//! Artifacts of runs on this machine.

mod cached;
mod changed;
mod content;
mod outputs;

use std::path::Path;
use test_support::{Ran, command, ran};

/// Runs a pipeline with artifacts in a folder.
fn run(folder: &Path, words: &[&str]) -> Ran {
    let mut all = vec!["run"];
    all.extend(words);
    let mut command = command("edges", &all);
    command
        .current_dir(folder)
        .env("PIPEWRIGHT_ARTIFACTS", folder.join("artifacts"))
        .env("PIPEWRIGHT_CACHE", folder.join("cache"));
    ran(&mut command)
}

/// The names of what is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// The folder in which a run has kept its outputs.
fn only_outputs(folder: &Path) -> std::path::PathBuf {
    let outputs = folder.join("artifacts/outputs");
    let runs = names(&outputs);
    assert_eq!(runs.len(), 1, "{runs:?}");
    outputs.join(&runs[0])
}
