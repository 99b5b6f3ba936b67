//! The testbed of `tests/argo-testbed`: the real Argo on this machine.

use crate::running::{self, Running};
use crate::{Workflow, printed};
use serde::Deserialize;
use serde_yaml::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program of the testbed.
#[derive(Debug)]
pub struct Testbed(PathBuf);

/// Version of Argo that the testbed runs, in the words of `--argo-version`: 3, unless `ARGO_TESTBED_VERSION` says another one,
/// which the testbed reads, too.
pub fn argo_version() -> String {
    std::env::var("ARGO_TESTBED_VERSION").unwrap_or_else(|_| "3".to_owned())
}

/// What a program of the workspace compiles for the Argo of the testbed.
///
/// # Panics
/// If it fails.
pub fn compiled(program: &str, words: &[&str]) -> String {
    let version = argo_version();
    printed(
        program,
        &[&["compile"], words, &["--argo-version", &version]].concat(),
    )
}

/// What Argo says of an object.
#[derive(Debug, Deserialize)]
pub struct Verdict {
    kind: Option<String>,
    name: Option<String>,
    errors: Option<Vec<String>>,
}

impl Testbed {
    /// The program that `PIPEWRIGHT_ARGO_TESTBED` names. Tests that use it are ignored, so it is only called where one is
    /// asked for.
    ///
    /// # Panics
    /// If the variable is not set, or names no program.
    pub fn find() -> Self {
        let program = std::env::var_os("PIPEWRIGHT_ARGO_TESTBED").map(PathBuf::from);
        let program = program.expect(
            "PIPEWRIGHT_ARGO_TESTBED names the program that tests/argo-testbed/build.sh builds",
        );
        assert!(
            program.is_file(),
            "PIPEWRIGHT_ARGO_TESTBED is {}, which is no program",
            program.display()
        );
        Self(program)
    }

    /// Path of the program.
    pub fn program(&self) -> &Path {
        &self.0
    }

    /// Runs workflows at the same time, each with the objects that it needs, and gives those that ended by their names.
    /// What stands for an image is written as the testbed takes it.
    ///
    /// # Panics
    /// If the testbed cannot run them.
    pub fn run(&self, files: &[Vec<Value>], images: &[String]) -> BTreeMap<String, Workflow> {
        let images = images.iter().flat_map(|image| ["--image", image]);
        running::run(Command::new(&self.0).arg("run").args(images), files)
    }

    /// Starts a testbed of its own. What stands for an image is written as the testbed takes it.
    ///
    /// # Panics
    /// If it does not start.
    pub fn start(&self, images: &[String]) -> Running {
        Running::start(&self.0, images)
    }

    /// What Argo's own validation says of the objects in the files of a folder, in their order.
    ///
    /// # Panics
    /// If the testbed does not run.
    pub fn lint(&self, folder: &Path) -> Vec<Verdict> {
        let output = Command::new(&self.0)
            .args(["lint", "--json"])
            .arg(folder)
            .output()
            .expect("the testbed runs");
        let text = String::from_utf8_lossy(&output.stdout);
        let verdict = |line| serde_json::from_str(line).expect("a verdict is JSON");
        text.lines().map(verdict).collect()
    }
}

impl Verdict {
    /// What is wrong with the object.
    pub fn refusal(&self) -> Option<String> {
        let errors = self.errors.as_ref().filter(|errors| !errors.is_empty())?;
        let kind = self.kind.as_deref().unwrap_or("object");
        let name = self.name.as_deref().unwrap_or("without name");
        Some(format!("{kind}/{name}: {}", errors.join("; ")))
    }
}
