//! What every pipeline has to give.

mod branches;
mod comparisons;
mod conditions;
mod containers;
mod data;
mod defaults;
mod examples;
mod failures;
mod formats;
mod nested;
mod numbers;
mod order;
mod outputs;
mod parameters;
mod plain;

use super::case::Case;

/// All cases.
pub(crate) fn all() -> Vec<Case> {
    [
        branches::cases(),
        comparisons::cases(),
        conditions::cases(),
        containers::cases(),
        data::cases(),
        defaults::cases(),
        examples::cases(),
        failures::cases(),
        formats::cases(),
        nested::cases(),
        numbers::cases(),
        order::cases(),
        outputs::cases(),
        parameters::cases(),
        plain::cases(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
