//! Blocks that are written as steps, not as DAGs.
//!
//! The loops that fail fast: in a DAG the items that do not start any more keep it from ending. Exit handlers, since
//! Argo 3 fails a DAG at once when a workflow is stopped, and steps it does not.

use crate::plan::{Dag, DagId, Plan, Task, TaskId};
use pipewright_ir::arena::ArenaMap;
use pipewright_ir::graph::Parallelism;
use std::collections::{HashMap, HashSet};

/// Groups of the tasks of each block that is written as steps.
pub(super) fn steps(plan: &Plan) -> ArenaMap<Dag, Option<Vec<Vec<TaskId>>>> {
    let mut steps = plan.dags.map(None);
    for (dag, groups) in of_handlers(plan) {
        steps[dag] = Some(groups);
    }
    for (id, dag) in plan.dags.iter() {
        if dag.tasks.values().any(fails_fast) {
            steps[id] = Some(dag.tasks.ids().map(|task| vec![task]).collect());
        }
    }
    steps
}

fn fails_fast(task: &Task) -> bool {
    let each = task.each.as_ref();
    each.is_some_and(|each| each.parallelism == Parallelism::FailFast)
}

/// Blocks of exit handlers. A handler stays a DAG where steps would mean something else.
fn of_handlers(plan: &Plan) -> HashMap<DagId, Vec<Vec<TaskId>>> {
    let exits = plan.tasks().filter_map(|task| task.exit.as_deref());
    let exits = exits.chain(&plan.exit).map(|exit| exit.dag);
    let mut handlers: Vec<_> = exits.filter_map(|dag| of_handler(plan, dag)).collect();
    loop {
        let inside: HashSet<DagId> = handlers.iter().flat_map(HashMap::keys).copied().collect();
        // What others call, too, stays what it is.
        let callers = plan.dags.iter().filter(|(id, _)| !inside.contains(id));
        let shared: HashSet<DagId> = callers
            .flat_map(|(_, dag)| dag.tasks.values().filter_map(Task::dag))
            .collect();
        let all = handlers.len();
        handlers.retain(|handler| handler.keys().all(|dag| !shared.contains(dag)));
        if handlers.len() == all {
            return handlers.into_iter().flatten().collect();
        }
    }
}

/// The blocks of a handler with the groups of their tasks, if all of it can be steps.
fn of_handler(plan: &Plan, handler: DagId) -> Option<HashMap<DagId, Vec<Vec<TaskId>>>> {
    let dags = plan.within(handler).into_iter();
    dags.map(|dag| Some((dag, groups(&plan.dags[dag])?)))
        .collect()
}

/// The tasks of a block in groups, where each starts after all of those before: else a failure would end more than it does
/// in a DAG.
fn groups(dag: &Dag) -> Option<Vec<Vec<TaskId>>> {
    let is_plain = |task: &Task| task.each.is_none() && task.exit.is_none() && !task.may_fail;
    if !dag.tasks.values().all(is_plain) || dag.retries > 0 {
        return None;
    }
    let mut groups: Vec<Vec<TaskId>> = vec![];
    let mut done: HashSet<TaskId> = HashSet::new();
    while done.len() < dag.tasks.len() {
        let last = groups.last();
        let is_next = |task: &TaskId| {
            let after = &dag.tasks[*task].after;
            !done.contains(task)
                && after.iter().all(|before| done.contains(before))
                && last.is_none_or(|last| last.iter().all(|before| after.contains(before)))
        };
        let next: Vec<TaskId> = dag.tasks.ids().filter(is_next).collect();
        if next.is_empty() {
            return None;
        }
        done.extend(&next);
        groups.push(next);
    }
    Some(groups)
}
