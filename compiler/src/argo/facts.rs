//! What is known of a plan before its templates are printed.

use crate::plan::{Dag, Plan, Run, Task};
use pipewright_ir::graph::Parallelism;
use std::collections::{HashMap, HashSet};

/// What the templates of a plan depend on beside themselves.
pub(super) struct Facts {
    /// For each DAG whether it runs once for each item of a loop.
    bodies: Vec<bool>,
    /// For each DAG the groups of its tasks if it is printed as steps.
    steps: Vec<Option<Vec<Vec<usize>>>>,
    /// The template of tasks that never run, if there are any.
    pub(super) nothing: Option<String>,
}

impl Facts {
    pub(super) fn of(plan: &Plan) -> Self {
        let mut bodies = vec![false; plan.dags.len()];
        for task in plan.dags.iter().flat_map(|dag| &dag.tasks) {
            if let (Run::Dag(dag), Some(_)) = (task.run, &task.each) {
                bodies[dag] = true;
            }
        }
        let is_empty = |dag: &Dag| dag.tasks.is_empty();
        Self {
            bodies,
            steps: steps(plan),
            nothing: plan.dags.iter().any(is_empty).then(|| free_name(plan)),
        }
    }

    /// Whether a DAG runs once for each item of a loop: its outputs are collected.
    pub(super) fn is_body(&self, dag: usize) -> bool {
        self.bodies[dag]
    }

    /// The groups of a DAG's tasks, one behind the other, if it is printed as steps.
    pub(super) fn steps(&self, dag: usize) -> Option<&[Vec<usize>]> {
        self.steps[dag].as_deref()
    }
}

/// A name that no template has.
fn free_name(plan: &Plan) -> String {
    let templates = plan.templates.iter().map(|template| &template.name);
    let names: HashSet<&String> = templates
        .chain(plan.dags.iter().map(|dag| &dag.name))
        .collect();
    let mut name = "nothing".to_owned();
    while names.contains(&name) {
        name.push_str("-0");
    }
    name
}

/// The DAGs that are printed as steps, with the groups of their tasks.
///
/// The loops that fail fast: in a DAG the items that do not start any more keep it from ending.
fn steps(plan: &Plan) -> Vec<Option<Vec<Vec<usize>>>> {
    let mut steps = vec![None; plan.dags.len()];
    for (dag, groups) in of_handlers(plan) {
        steps[dag] = Some(groups);
    }
    for (dag, steps) in plan.dags.iter().zip(&mut steps) {
        if dag.pace == Parallelism::FailFast {
            *steps = Some((0..dag.tasks.len()).map(|task| vec![task]).collect());
        }
    }
    steps
}

/// Those of exit handlers, since Argo 3 fails a DAG at once when a workflow is stopped, and steps it does not. A handler stays
/// what it is where steps would mean something else.
fn of_handlers(plan: &Plan) -> HashMap<usize, Vec<Vec<usize>>> {
    let exits = plan.dags.iter().flat_map(|dag| &dag.tasks);
    let exits = exits.filter_map(|task| task.exit.as_ref());
    let exits = exits.chain(&plan.exit).map(|exit| exit.dag);
    let mut handlers: Vec<_> = exits.filter_map(|dag| of_handler(plan, dag)).collect();
    loop {
        let inside: HashSet<usize> = handlers.iter().flat_map(HashMap::keys).copied().collect();
        // What others call, too, stays what it is.
        let callers = plan.dags.iter().enumerate();
        let shared: HashSet<usize> = callers
            .filter(|(index, _)| !inside.contains(index))
            .flat_map(|(_, dag)| dag.tasks.iter().filter_map(Task::dag))
            .collect();
        let all = handlers.len();
        handlers.retain(|handler| handler.keys().all(|dag| !shared.contains(dag)));
        if handlers.len() == all {
            return handlers.into_iter().flatten().collect();
        }
    }
}

/// The DAGs of a handler with the groups of their tasks, if all of it can be steps.
fn of_handler(plan: &Plan, handler: usize) -> Option<HashMap<usize, Vec<Vec<usize>>>> {
    let dags = plan.within(handler).into_iter();
    dags.map(|dag| Some((dag, groups(&plan.dags[dag])?)))
        .collect()
}

/// The tasks of a DAG in groups, where each starts after all of those before: else a failure would end more than it does in
/// a DAG.
fn groups(dag: &Dag) -> Option<Vec<Vec<usize>>> {
    let is_plain = dag
        .tasks
        .iter()
        .all(|task| task.each.is_none() && task.exit.is_none() && !task.may_fail);
    if !is_plain || dag.retries > 0 {
        return None;
    }
    let mut groups: Vec<Vec<usize>> = vec![];
    let mut done: HashSet<usize> = HashSet::new();
    while done.len() < dag.tasks.len() {
        let last = groups.last();
        let is_next = |index: &usize| {
            let after = &dag.tasks[*index].after;
            !done.contains(index)
                && after.iter().all(|before| done.contains(before))
                && last.is_none_or(|last| last.iter().all(|before| after.contains(before)))
        };
        let next: Vec<usize> = (0..dag.tasks.len()).filter(is_next).collect();
        if next.is_empty() {
            return None;
        }
        done.extend(&next);
        groups.push(next);
    }
    Some(groups)
}
