//! Tasks, and the roles that they play.

use super::pair::{Pair, Role};
use super::side::{Leaf, Side};
use std::collections::BTreeMap;

/// A task or block of a run.
pub(crate) struct Task {
    /// The names of the blocks around it and its own, without the numbers of items; `.` is the workflow itself.
    pub(crate) path: String,
    pub(crate) is_block: bool,
    pub(crate) message: String,
    pub(crate) leaf: Leaf,
    /// When it started and ended, in an order of texts.
    pub(crate) time: Option<(String, String)>,
}

impl Task {
    fn ran(&self) -> bool {
        !matches!(self.leaf.phase.as_str(), "Skipped" | "Omitted")
    }

    /// Whether it is compared: blocks are, where nothing in them ran.
    fn counts(&self) -> bool {
        !self.is_block || !self.ran()
    }

    /// Whether its path ends so, or is all of it behind a `/`.
    fn is(&self, ends: &[&str]) -> bool {
        let whole = format!("/{}", self.path);
        ends.iter().any(|end| match self.path.strip_suffix(end) {
            _ if whole == **end => true,
            Some(rest) => rest.is_empty() || rest.ends_with('/'),
            None => false,
        })
    }
}

/// The roles that the tasks of one side play.
pub(crate) fn side(pair: &Pair, ours: bool, tasks: &[Task]) -> Side {
    let ends = |role: &Role| match ours {
        true => role.ours.clone(),
        false => role.theirs.clone(),
    };
    let mut problems = vec![];
    for task in tasks.iter().filter(|task| task.counts()) {
        let plays = pair.roles.iter().filter(|role| task.is(&ends(role)));
        let plays: Vec<&str> = plays.map(|role| role.name).collect();
        if plays.len() > 1 || plays.is_empty() && !pair.others {
            let phase = &task.leaf.phase;
            problems.push(format!("{} ({phase}) plays the roles {plays:?}", task.path));
        }
    }
    let players = |role: &Role| -> Vec<&Task> {
        let ends = ends(role);
        let tasks = tasks.iter().filter(|task| task.counts() && task.is(&ends));
        tasks.filter(|task| !role.ran || task.ran()).collect()
    };
    for (first, second) in &pair.order {
        let times = |name: &str| {
            let roles = pair.roles.iter().filter(|role| role.name == name);
            let players = roles.flat_map(players).filter(|task| task.ran());
            let times: Option<Vec<_>> = players.map(|task| task.time.clone()).collect();
            times.filter(|times| !times.is_empty())
        };
        let in_order = match (times(first), times(second)) {
            (Some(firsts), Some(seconds)) => {
                let end = firsts.iter().map(|(_, end)| end).max();
                let start = seconds.iter().map(|(start, _)| start).min();
                end <= start
            }
            _ => false,
        };
        if !in_order {
            problems.push(format!(
                "{second} did not start after the end of every {first}"
            ));
        }
    }
    let leaves = |role: &Role| {
        let leaves = players(role).into_iter().map(|task| Leaf {
            phase: task.leaf.phase.clone(),
            inputs: inputs(role, ours, &task.leaf.inputs),
            outputs: only(&role.outputs, &task.leaf.outputs),
        });
        (role.name, leaves.collect())
    };
    let failures = tasks.iter().filter(|task| !task.message.is_empty());
    let failures = failures.map(|task| format!("{}: {}", task.path, task.message));
    Side {
        roles: pair.roles.iter().map(leaves).collect(),
        messages: failures.collect(),
        problems,
        ..Side::default()
    }
}

/// Inputs by their names in the file.
fn inputs(role: &Role, ours: bool, values: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let value = |(theirs, our): &(&str, &str)| {
        let value = values.get(if ours { *our } else { *theirs })?;
        Some(((*theirs).to_owned(), value.clone()))
    };
    role.inputs.iter().filter_map(value).collect()
}

fn only(names: &[&str], values: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let value = |name: &&str| Some(((*name).to_owned(), values.get(*name)?.clone()));
    names.iter().filter_map(value).collect()
}
