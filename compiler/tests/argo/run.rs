//! The testbed.

use super::case::Case;
use serde_yaml::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program of the testbed.
pub(crate) fn testbed() -> PathBuf {
    let program = std::env::var_os("PIPEWRIGHT_ARGO_TESTBED").map(PathBuf::from);
    program
        .expect("PIPEWRIGHT_ARGO_TESTBED names the program that tests/argo-testbed/build.sh builds")
}

fn write(folder: &Path, cases: &[(Case, String)]) {
    for (case, text) in cases {
        let file = folder.join(format!("{}.yaml", case.name()));
        std::fs::write(file, text).expect("files can be written");
    }
}

/// What Argo's validation says.
pub(crate) fn lint(testbed: &Path, cases: &[(Case, String)]) -> String {
    let folder = folder("lint");
    write(&folder, cases);
    let output = Command::new(testbed).arg("lint").arg(&folder).output();
    let output = output.expect("the testbed runs");
    match output.status.success() {
        true => String::new(),
        false => String::from_utf8_lossy(&output.stdout).into_owned(),
    }
}

/// Runs all cases at once: what is not as expected.
pub(crate) fn run(testbed: &Path, cases: &[(Case, String)]) -> Vec<String> {
    let folder = folder("run");
    write(&folder, cases);
    let mut command = Command::new(testbed);
    command.args(["run", "--json", "--timeout", "5m"]);
    if let Some(running) = std::env::var_os("PIPEWRIGHT_ARGO_TESTBED_DIR") {
        command.arg("--dir").arg(running);
    }
    let output = command.arg(&folder).output().expect("the testbed runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let found: Vec<Value> = serde_json::Deserializer::from_str(&text)
        .into_iter::<Value>()
        .map(|workflow| workflow.expect("the testbed prints workflows"))
        .collect();
    let mut problems = vec![];
    for (case, _) in cases {
        let name = case.name();
        let workflow = found.iter().find(|workflow| title(workflow) == Some(&name));
        match workflow {
            Some(workflow) => case.check(workflow, &mut problems),
            None => problems.push(format!(
                "{name}: nothing is known of it\n{}",
                String::from_utf8_lossy(&output.stderr)
            )),
        }
    }
    problems
}

fn title(workflow: &Value) -> Option<&str> {
    workflow["metadata"]["annotations"]["workflows.argoproj.io/title"].as_str()
}

/// An empty folder.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("argo-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("folders can be made");
    folder
}
