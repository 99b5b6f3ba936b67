//! Loops that Argo runs in a DAG of their own.

use crate::plan::{Dag, TaskId};
use pipewright_ir::graph::Parallelism;
use std::collections::HashSet;

/// Need of a loop to stand alone. Any other task needs no DAG.
pub(super) fn needs_dag(dag: &Dag, id: TaskId) -> bool {
    let task = &dag.tasks[id];
    let Some(each) = &task.each else {
        return false;
    };
    // Argo 4 hangs when a condition skips all items.
    task.condition.is_some()
        || match each.parallelism {
            Parallelism::Unlimited => false,
            // It stops all that stands beside it, too.
            Parallelism::FailFast => dag.tasks.len() > 1,
            // So does a limit count all that stands beside it.
            Parallelism::Limited(limit) => is_slowed(dag, id, limit),
        }
}

/// Tasks of the block that a limit of all of it would slow down. None does if each stands before or after the loop, and
/// if there are no more of them than may run at once.
fn is_slowed(dag: &Dag, id: TaskId, limit: u32) -> bool {
    let others = dag.tasks.len() - 1;
    let mut tasks = dag.tasks.iter();
    let has_loops = tasks.any(|(other, task)| other != id && task.each.is_some());
    let related = before(dag, id).len() + after(dag, id).len();
    has_loops || others > limit as usize || related < others
}

/// The tasks that end before one starts.
fn before(dag: &Dag, id: TaskId) -> HashSet<TaskId> {
    let mut found = HashSet::new();
    let mut pending = dag.tasks[id].after.clone();
    while let Some(task) = pending.pop() {
        if found.insert(task) {
            pending.extend(&dag.tasks[task].after);
        }
    }
    found
}

/// The tasks that start when one has ended.
fn after(dag: &Dag, id: TaskId) -> HashSet<TaskId> {
    let dependents = dag.dependents();
    let mut found = HashSet::new();
    let mut pending = dependents[id].clone();
    while let Some(task) = pending.pop() {
        if found.insert(task) {
            pending.extend(&dependents[task]);
        }
    }
    found
}
