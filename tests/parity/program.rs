//! The program that holds the pipelines.

use test_support::printed;

/// The package and its program.
pub(crate) const NAME: &str = "argo-examples";

/// The names of the pipelines that no other one calls.
pub(crate) fn pipelines() -> Vec<String> {
    let text = printed(NAME, &["compile"]);
    let names = text
        .lines()
        .filter_map(|line| line.strip_prefix("  generateName: "));
    names
        .map(|name| name.trim_end_matches('-').to_owned())
        .collect()
}
