//! Argo's own validation of the YAML of all pipelines.

use super::program::{self, PACKAGES};
use test_support::{Testbed, Verdict, argo_version, command, compiled, ran};

/// Compiles all pipelines of all programs, as workflows and as templates; what Argo refuses, and how many objects it saw.
pub(crate) fn check(testbed: &Testbed) -> (Vec<String>, usize) {
    let mut texts = vec![];
    for package in PACKAGES {
        for kind in KINDS {
            for name in program::pipelines(package) {
                let yaml = compiled(package, &[&name, "--kind", kind]);
                texts.push((format!("{package}-{name}-{kind}"), yaml));
            }
        }
    }
    refused(testbed, &texts)
}

/// The same for pipelines of 5 000 tasks.
pub(crate) fn check_large(testbed: &Testbed) -> (Vec<String>, usize) {
    let mut texts = vec![];
    for pipeline in program::pipelines("graphs") {
        for kind in KINDS {
            let version = argo_version();
            let words = [
                "--kind",
                kind,
                "--argo-version",
                &version,
                "--image",
                "a/b:1",
            ];
            let mut command = command("graphs", &["compile", &pipeline]);
            let ran = ran(command.args(words).env("TASKS", "5000"));
            assert_eq!(ran.code, 0, "{pipeline}: {}", ran.stderr);
            texts.push((format!("{pipeline}-{kind}"), ran.stdout));
        }
    }
    refused(testbed, &texts)
}

const KINDS: [&str; 2] = ["workflow", "template"];

fn refused(testbed: &Testbed, texts: &[(String, String)]) -> (Vec<String>, usize) {
    let folder = tempfile::tempdir().expect("there is room for files");
    let mut objects = 0;
    for (name, yaml) in texts {
        // A document for each object.
        objects += yaml.lines().filter(|line| *line == "---").count() + 1;
        let path = folder.path().join(format!("{name}.yaml"));
        std::fs::write(path, yaml).expect("files can be written");
    }
    let verdicts = testbed.lint(folder.path());
    let mut refused: Vec<String> = verdicts.iter().filter_map(Verdict::refusal).collect();
    if verdicts.len() != objects {
        refused.push(format!(
            "{} of {objects} objects were checked",
            verdicts.len()
        ));
    }
    (refused, objects)
}
