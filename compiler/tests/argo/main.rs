//! Workflows of graphs by hand.
//!
//! The Argo half needs the testbed of `tests/argo-testbed`: `PIPEWRIGHT_ARGO_TESTBED` is the path of its program.

mod build;
mod case;
mod cases;
mod run;

use case::Case;
use pipewright_compiler::{argo, plan};

/// The YAML of all cases, each of which compiles without diagnostics.
fn compiled() -> Vec<(Case, String)> {
    let compile = |case: Case| {
        let (plan, diagnostics) = plan::lower(&case.graph);
        assert_eq!(diagnostics, [], "{}", case.graph.name);
        let (text, diagnostics) = argo::compile(plan, &argo::Options::default());
        assert_eq!(diagnostics, [], "{}", case.graph.name);
        (case, text)
    };
    cases::all().into_iter().map(compile).collect()
}

#[test]
fn all_cases_compile() {
    assert!(!compiled().is_empty());
}

#[test]
#[ignore = "needs the testbed"]
fn all_cases_end_as_expected() {
    let testbed = run::testbed();
    let cases = compiled();
    let refused = run::lint(&testbed, &cases);
    assert!(refused.is_empty(), "{refused}");
    let only = std::env::var("PIPEWRIGHT_CASE").unwrap_or_default();
    let cases: Vec<_> = cases
        .into_iter()
        .filter(|(case, _)| case.graph.name.contains(&only))
        .collect();
    let problems = run::run(&testbed, &cases);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
