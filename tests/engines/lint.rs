//! Argo's own validation of the YAML of all pipelines.

use super::program::{self, PACKAGES};
use serde::Deserialize;
use std::path::Path;
use std::process::Command;

#[derive(Deserialize)]
struct Verdict {
    kind: Option<String>,
    name: Option<String>,
    errors: Option<Vec<String>>,
}

/// Compiles all pipelines of all programs, as workflows and as templates; what Argo refuses, and how many objects it saw.
pub(crate) fn check(testbed: &Path) -> (Vec<String>, usize) {
    let folder = tempfile::tempdir().expect("there is room for files");
    let mut compiled = 0;
    for package in PACKAGES {
        for kind in ["workflow", "template"] {
            for name in program::pipelines(package) {
                let yaml = program::print(package, &["compile", &name, "--kind", kind]);
                let file = format!("{package}-{name}-{kind}.yaml");
                std::fs::write(folder.path().join(file), yaml).expect("files can be written");
                compiled += 1;
            }
        }
    }
    let output = Command::new(testbed)
        .args(["lint", "--json"])
        .arg(folder.path())
        .output()
        .expect("the testbed runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let verdicts: Vec<Verdict> = text
        .lines()
        .map(|line| serde_json::from_str(line).expect("a verdict is JSON"))
        .collect();
    let mut refused: Vec<String> = verdicts
        .iter()
        .filter_map(|verdict| {
            let errors = verdict
                .errors
                .as_ref()
                .filter(|errors| !errors.is_empty())?;
            let (kind, name) = (verdict.kind.as_deref()?, verdict.name.as_deref()?);
            Some(format!("{kind}/{name}: {}", errors.join("; ")))
        })
        .collect();
    if verdicts.len() != compiled {
        refused.push(format!(
            "{} of {compiled} objects were checked",
            verdicts.len()
        ));
    }
    (refused, compiled)
}
