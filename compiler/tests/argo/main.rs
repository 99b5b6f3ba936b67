//! Workflows of graphs by hand: on the real Argo, if `PIPEWRIGHT_ARGO_TESTBED` names the program of its testbed.

mod build;
mod cases;
mod run;

use cases::Case;
use pipewright_compiler::{argo, plan};

/// The YAML of all cases.
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
fn all_cases_end_as_expected() {
    let cases = compiled();
    let Some(testbed) = run::testbed() else {
        return;
    };
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
