//! Argo's own examples and the same as pipelines in Rust (`tests/argo-examples`), run side by side on the real Argo: both
//! have to do the same. `outcomes.txt` keeps what Argo's files did, so that ours can be compared on this machine without a
//! testbed.
//!
//! The Argo half needs the testbed of `tests/argo-testbed`: `PIPEWRIGHT_ARGO_TESTBED` is the path of its program.
//! `PIPEWRIGHT_BLESS` writes the files anew.

mod catalogue;
mod laws;
mod left_out;
mod local;
mod nodes;
mod outcomes;
mod pair;
mod pairs;
mod program;
mod readme;
mod run;
mod side;
mod task;
mod upstream;

use std::collections::BTreeSet;
use test_support::{Testbed, compare};

/// Fails with all differences that were found.
fn report(differences: &[String], checked: usize) {
    eprintln!("{checked} were compared");
    let (count, list) = (differences.len(), differences.join("\n\n"));
    assert!(
        differences.is_empty(),
        "{count} of {checked} are not the same\n\n{list}\n"
    );
}

#[test]
fn each_of_argos_files_is_told_of_once() {
    let pairs = pairs::all();
    let told = pairs.iter().map(|pair| pair.upstream);
    let mut told: Vec<&str> = told.chain(left_out::all().map(|(file, _)| file)).collect();
    told.sort();
    let mut files: Vec<&str> = catalogue::all().collect();
    files.sort();
    assert_eq!(told, files);
}

#[test]
fn each_pipeline_that_no_other_calls_stands_for_one_of_argos_files() {
    let used: BTreeSet<_> = pairs::all().iter().map(|pair| pair.ours).collect();
    let idle = program::pipelines();
    let idle: Vec<_> = idle
        .iter()
        .filter(|name| !used.contains(name.as_str()))
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

#[test]
fn the_readme_tells_of_all() {
    compare("argo-examples/README.md", &readme::text(&pairs::all()));
}

#[test]
fn this_machine() {
    let mut pairs = pairs::all();
    pairs.retain(|pair| pair.here);
    let expected = outcomes::read();
    let differences: Vec<_> = pairs
        .iter()
        .filter_map(|pair| outcomes::differences(pair, &local::run(pair), &expected))
        .collect();
    report(&differences, pairs.len());
}

#[test]
#[ignore = "needs the testbed and Go"]
fn real_argo() {
    let testbed = Testbed::find();
    let pairs = pairs::all();
    let sides = run::run(&testbed, &pairs);
    let theirs = sides.iter().map(|(theirs, _)| theirs);
    compare(outcomes::FILE, &outcomes::text(&pairs, theirs));
    let expected = outcomes::read();
    let mut differences = vec![];
    for (pair, (theirs, ours)) in pairs.iter().zip(&sides) {
        differences.extend(outcomes::differences(pair, theirs, &expected));
        differences.extend(outcomes::differences(pair, ours, &expected));
    }
    report(&differences, pairs.len());
}
