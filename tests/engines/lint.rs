//! Argo's own validation of the YAML of all pipelines.

use super::program::{self, PACKAGES};
use test_support::{Testbed, Verdict, printed};

/// Compiles all pipelines of all programs, as workflows and as templates; what Argo refuses, and how many objects it saw.
pub(crate) fn check(testbed: &Testbed) -> (Vec<String>, usize) {
    let folder = tempfile::tempdir().expect("there is room for files");
    let mut compiled = 0;
    for package in PACKAGES {
        for kind in ["workflow", "template"] {
            for name in program::pipelines(package) {
                let yaml = printed(package, &["compile", &name, "--kind", kind]);
                let file = format!("{package}-{name}-{kind}.yaml");
                std::fs::write(folder.path().join(file), yaml).expect("files can be written");
                compiled += 1;
            }
        }
    }
    let verdicts = testbed.lint(folder.path());
    let mut refused: Vec<String> = verdicts.iter().filter_map(Verdict::refusal).collect();
    if verdicts.len() != compiled {
        refused.push(format!(
            "{} of {compiled} objects were checked",
            verdicts.len()
        ));
    }
    (refused, compiled)
}
