//! The same pipelines on this machine and on the real Argo Workflows: both have to give what the tables say.
//!
//! The Argo half needs the testbed of `tests/argo-testbed`: `PIPEWRIGHT_ARGO_TESTBED` is the path of its program.

mod argo;
mod case;
mod cases;
mod gathered;
mod lint;
mod local;
mod nodes;
mod outcome;
mod program;
#[path = "../pipelines/src/rows.rs"]
mod rows;
#[path = "../pipelines/src/texts.rs"]
mod texts;

use std::collections::BTreeSet;
use test_support::{Testbed, argo_version};

/// Fails with all differences that were found.
fn report(differences: &[String], checked: usize) {
    eprintln!("{checked} were checked");
    let (count, list) = (differences.len(), differences.join("\n\n"));
    assert!(
        differences.is_empty(),
        "{count} of {checked} are not as expected\n\n{list}\n"
    );
}

#[test]
fn every_pipeline_has_a_case() {
    let tested: BTreeSet<_> = cases::all()
        .iter()
        .map(|case| (case.program, case.pipeline.to_owned()))
        .collect();
    let packages: BTreeSet<_> = tested.iter().map(|(package, _)| *package).collect();
    let known = packages.iter().flat_map(|package| {
        let names = program::pipelines(package);
        names.into_iter().map(move |name| (*package, name))
    });
    let untested: Vec<_> = known
        .filter(|pipeline| !tested.contains(pipeline))
        .collect();
    assert_eq!(untested, []);
}

#[test]
fn this_machine() {
    let cases: Vec<_> = cases::wanted()
        .into_iter()
        .filter(|case| !case.argo_only)
        .collect();
    let outcomes = local::run(&cases);
    let differences: Vec<_> = cases
        .iter()
        .zip(&outcomes)
        .filter_map(|(case, outcome)| differences(case, outcome))
        .collect();
    report(&differences, cases.len());
}

#[test]
#[ignore = "needs the testbed"]
fn real_argo() {
    let testbed = Testbed::find();
    let mut cases = cases::wanted();
    if argo_version() == "3" {
        cases.retain(|case| !case.since_4);
    }
    let count = cases.len();
    let outcomes = argo::run(&testbed, &cases);
    let mut found: Vec<_> = cases
        .iter()
        .zip(&outcomes)
        .filter_map(|(case, outcome)| differences(case, outcome))
        .collect();
    let (cases, outcomes): (Vec<_>, Vec<_>) = cases
        .into_iter()
        .zip(outcomes)
        .filter(|(case, _)| !case.argo_only)
        .unzip();
    for ((case, argo), local) in cases.iter().zip(outcomes).zip(local::run(&cases)) {
        if let (Ok(argo), Ok(local)) = (argo, local) {
            found.extend(argo.against(&local, case));
        }
    }
    report(&found, count);
}

fn differences(case: &case::Case, outcome: &Result<outcome::Outcome, String>) -> Option<String> {
    match outcome {
        Ok(outcome) => outcome.differences(case),
        Err(error) => Some(format!("{case}: {error}")),
    }
}

#[test]
#[ignore = "needs the testbed"]
fn argo_accepts_large_pipelines() {
    let (differences, checked) = lint::check_large(&Testbed::find());
    report(&differences, checked);
}

#[test]
#[ignore = "needs the testbed"]
fn argo_accepts_the_yaml() {
    let (differences, checked) = lint::check(&Testbed::find());
    report(&differences, checked);
}
