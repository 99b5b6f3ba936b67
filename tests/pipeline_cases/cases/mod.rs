//! What every pipeline has to give.

mod artifacts;
mod asked;
mod attributes;
mod branches;
mod calls;
mod comparisons;
mod conditions;
mod containers;
mod data;
mod defaults;
mod ends;
mod examples;
mod failures;
mod formats;
mod large;
mod lists;
mod long;
mod loops;
mod matches;
mod names;
mod nested;
mod numbers;
mod options;
mod order;
mod outputs;
mod own_formats;
mod parameters;
mod plain;
mod resources;
mod submitted;
mod uncomputable;

use super::case::Case;

type Cases = fn() -> Vec<Case>;

/// Subjects, and their cases.
const SUBJECTS: [(&str, Cases); 31] = [
    ("artifacts", artifacts::cases),
    ("asked", asked::cases),
    ("attributes", attributes::cases),
    ("branches", branches::cases),
    ("calls", calls::cases),
    ("comparisons", comparisons::cases),
    ("conditions", conditions::cases),
    ("containers", containers::cases),
    ("data", data::cases),
    ("defaults", defaults::cases),
    ("ends", ends::cases),
    ("examples", examples::cases),
    ("failures", failures::cases),
    ("formats", formats::cases),
    ("large", large::cases),
    ("lists", lists::cases),
    ("long", long::cases),
    ("loops", loops::cases),
    ("matches", matches::cases),
    ("names", names::cases),
    ("nested", nested::cases),
    ("numbers", numbers::cases),
    ("options", options::cases),
    ("order", order::cases),
    ("outputs", outputs::cases),
    ("own_formats", own_formats::cases),
    ("parameters", parameters::cases),
    ("submitted", submitted::cases),
    ("uncomputable", uncomputable::cases),
    ("plain", plain::cases),
    ("resources", resources::cases),
];

/// The cases that are asked for: those of the subjects that `PIPEWRIGHT_SUBJECTS` lists, and of the pipelines that
/// `PIPEWRIGHT_CASES` lists, both separated by commas; all, if neither is set. It tells what is left out.
///
/// # Panics
/// If there is no such subject or pipeline.
pub(crate) fn wanted() -> Vec<Case> {
    let [subjects, pipelines] = ["PIPEWRIGHT_SUBJECTS", "PIPEWRIGHT_CASES"].map(names);
    if subjects.is_empty() && pipelines.is_empty() {
        return all();
    }
    let known = |name: &String| SUBJECTS.iter().any(|(subject, _)| subject == name);
    let unknown: Vec<_> = subjects.iter().filter(|name| !known(name)).collect();
    assert!(unknown.is_empty(), "there are no subjects {unknown:?}");
    let mut wanted = vec![];
    let mut left_out = vec![];
    for (subject, cases) in SUBJECTS {
        let is_listed = subjects.iter().any(|name| name == subject);
        let is_wanted =
            |case: &Case| is_listed || pipelines.iter().any(|name| name == case.pipeline);
        let (some, others): (Vec<_>, Vec<_>) = cases().into_iter().partition(is_wanted);
        if !others.is_empty() {
            left_out.push(format!("{} of {subject}", others.len()));
        }
        wanted.extend(some);
    }
    let ran = |name: &&String| wanted.iter().any(|case| case.pipeline == **name);
    let unknown: Vec<_> = pipelines.iter().filter(|name| !ran(name)).collect();
    assert!(unknown.is_empty(), "there are no pipelines {unknown:?}");
    eprintln!("left out: {}", left_out.join(", "));
    wanted
}

/// The names that an environment variable lists.
fn names(variable: &str) -> Vec<String> {
    let text = std::env::var(variable).unwrap_or_default();
    let names = text.split(',').filter(|name| !name.is_empty());
    names.map(str::to_owned).collect()
}

/// All cases.
pub(crate) fn all() -> Vec<Case> {
    let cases = SUBJECTS.iter().flat_map(|(_, cases)| cases());
    cases.collect()
}
