//! What every pipeline has to give.

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
mod submitted;

use super::case::Case;

/// The cases of the pipelines that `PIPEWRIGHT_CASES` lists, separated by commas; all, if it is not set.
pub(crate) fn wanted() -> Vec<Case> {
    let Ok(names) = std::env::var("PIPEWRIGHT_CASES") else {
        return all();
    };
    let is_wanted = |case: &Case| names.split(',').any(|name| name == case.pipeline);
    all().into_iter().filter(is_wanted).collect()
}

/// All cases.
pub(crate) fn all() -> Vec<Case> {
    [
        asked::cases(),
        attributes::cases(),
        branches::cases(),
        calls::cases(),
        comparisons::cases(),
        conditions::cases(),
        containers::cases(),
        data::cases(),
        defaults::cases(),
        ends::cases(),
        examples::cases(),
        failures::cases(),
        formats::cases(),
        large::cases(),
        lists::cases(),
        long::cases(),
        loops::cases(),
        matches::cases(),
        names::cases(),
        nested::cases(),
        numbers::cases(),
        options::cases(),
        order::cases(),
        outputs::cases(),
        own_formats::cases(),
        parameters::cases(),
        submitted::cases(),
        plain::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
