//! Programs on this machine.

use random_programs::ast::Program;
use random_programs::{PROGRAM, reference};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use test_support::argo_version;

/// What a run gives: two outputs, or why it failed.
pub(crate) type Found = Result<(i64, String), String>;

/// The program whose pipeline is data.
pub(crate) struct Engine {
    program: PathBuf,
    folder: tempfile::TempDir,
}

impl Engine {
    pub(crate) fn new(program: &Path) -> Self {
        Self {
            program: program.into(),
            folder: tempfile::tempdir().expect("there is room for files"),
        }
    }

    fn command(&self, program: &Program, words: &[&str]) -> Output {
        let file = self.folder.path().join("program.json");
        let text = serde_json::to_string(program).expect("a program is data");
        std::fs::write(&file, text).expect("files can be written");
        let mut command = Command::new(&self.program);
        command
            .args(words)
            .env(PROGRAM, &file)
            .env_remove("RUST_BACKTRACE");
        command.output().expect("the program starts")
    }

    /// The YAML of a program.
    pub(crate) fn yaml(&self, program: &Program) -> String {
        let output = self.command(
            program,
            &["compile", "random", "--argo-version", &argo_version()],
        );
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{errors}\n{program:#?}");
        String::from_utf8(output.stdout).expect("YAML is UTF-8")
    }

    /// Runs a program.
    pub(crate) fn run(&self, program: &Program) -> Found {
        let params = self.folder.path().join("params.yaml");
        std::fs::write(&params, arguments(program).to_string()).expect("files can be written");
        let params = params.display().to_string();
        let output = self.command(program, &["run", "random", "--json", "--params", &params]);
        let errors = String::from_utf8_lossy(&output.stderr);
        let report: Value = match serde_json::from_slice(&output.stdout) {
            Ok(report) => report,
            Err(error) => panic!("{error}: {errors}\n{program:#?}"),
        };
        if report["phase"] != "succeeded" {
            return Err(errors.into_owned());
        }
        let output = |name: &str| {
            let outputs = report["outputs"].as_array().expect("there are outputs");
            let output = outputs.iter().find(|output| output["name"] == name);
            output.expect("the output is there")["value"].clone()
        };
        let int = output("int").as_i64().expect("it is an integer");
        let text = output("text").as_str().expect("it is a text").to_owned();
        Ok((int, text))
    }
}

/// What a program is given.
pub(crate) fn arguments(program: &Program) -> Value {
    json!({
        "n": program.n,
        "text": program.text,
        "ints": program.ints,
        "texts": program.texts,
        "maybe": program.maybe,
        "ratio": program.ratio,
        "side": program.side,
        "items": program.items,
    })
}

/// What is not as plain Rust says.
pub(crate) fn differs(program: &Program, found: &Found) -> Option<String> {
    match (reference::run(program), found) {
        (Ok(expected), Ok(found)) if expected == *found => None,
        (Err(_), Err(_)) => None,
        (expected, found) => Some(format!("expected {expected:?}, is {found:?}")),
    }
}
