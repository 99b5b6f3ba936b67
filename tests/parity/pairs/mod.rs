//! Which pipeline does what which of Argo's files does.

mod basics;
mod conditions;
mod exits;
mod loops;
mod shape;

use super::pair::{Pair, pair};

/// All pairs.
pub(crate) fn all() -> Vec<Pair> {
    let groups = [
        basics::pairs(),
        shape::pairs(),
        loops::pairs(),
        conditions::pairs(),
        exits::pairs(),
    ];
    groups.into_iter().flatten().collect()
}
