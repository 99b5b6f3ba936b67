//! Which tasks of a DAG start after which, beside those whose values they use.

use super::lowering::Lowering;
use crate::plan::{Dag, TaskId};
use pipewright_ir::diagnostic::Diagnostic;
use pipewright_ir::graph::{self, StepId};
use pipewright_ir::types::Type;
use std::collections::HashSet;

impl Lowering<'_> {
    /// The tasks of the DAG that is being made that give a task nothing but their end.
    pub(super) fn orders(&mut self, arguments: &[graph::Argument]) -> Vec<TaskId> {
        let graph = self.graph;
        let mut orders = vec![];
        for argument in arguments {
            let value = &graph.values[argument.value];
            let Some(step) = value.expression.step() else {
                continue;
            };
            if value.ty == Type::Null {
                orders.extend(self.resolve_after(step));
            }
        }
        orders
    }

    /// The tasks of the DAG that is being made behind which a step stands by `.after`.
    pub(super) fn after(&mut self, id: StepId) -> Vec<TaskId> {
        let others = &self.graph.steps[id].after;
        others
            .iter()
            .flat_map(|other| self.resolve_after(*other))
            .collect()
    }

    /// The tasks in the DAG that is being made that end a step; those of an outer DAG are left to the task that runs this one.
    pub(super) fn resolve_after(&mut self, other: StepId) -> Vec<TaskId> {
        let ending = self.ending(other).into_iter();
        ending.filter_map(|step| self.task_of(step)).collect()
    }

    pub(super) fn task_of(&mut self, other: StepId) -> Option<TaskId> {
        let here = self.open.len().checked_sub(1)?;
        let depth = (0..=here)
            .rev()
            .find(|depth| self.open[*depth].tasks.contains_key(&other))?;
        if depth < here {
            self.open[here].after.push(other);
            return None;
        }
        self.open[here].tasks.get(&other).copied()
    }

    /// Reports tasks of the DAG that is being made that wait for each other.
    pub(super) fn report_cycle(&mut self) {
        let dag = self.dag();
        let order = dag.topological_order();
        if order.len() == dag.tasks.len() {
            return;
        }
        let ordered: HashSet<TaskId> = order.into_iter().collect();
        let Some(cycle) = cycle(dag, &ordered) else {
            return;
        };
        let names: Vec<_> = cycle
            .iter()
            .map(|task| format!("`{}`", dag.tasks[*task].name))
            .collect();
        let at = dag.tasks[cycle[0]].at.clone();
        let message = format!("these tasks wait for each other: {}", names.join(" after "));
        let help = "remove one of the `.after(..)`, or the use of an output";
        self.diagnostics
            .push(Diagnostic::error(&at, message).help(help));
    }
}

/// A cycle among the tasks that have no order, closed by its first task.
fn cycle(dag: &Dag, ordered: &HashSet<TaskId>) -> Option<Vec<TaskId>> {
    let mut stuck = dag.tasks.ids().filter(|task| !ordered.contains(task));
    let mut path = vec![stuck.next()?];
    loop {
        let last = *path.last()?;
        let mut before = dag.tasks[last].after.iter().copied();
        let next = before.find(|before| !ordered.contains(before))?;
        if let Some(start) = path.iter().position(|known| *known == next) {
            let mut cycle = path.split_off(start);
            cycle.push(next);
            return Some(cycle);
        }
        path.push(next);
    }
}
